// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A set of links as documents of their own: RFC 9264. */
final class LinksetDocument {
    private LinksetDocument() {}

    /** {@code application/linkset+json}: section 4.2. */
    static Map<String, Object> json(String anchor, List<RecordLinks.Link> links) {
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("anchor", anchor);
        for (RecordLinks.Link link : links) {
            Map<String, Object> target = new LinkedHashMap<>();
            target.put("href", link.target());
            if (!link.type().isEmpty()) {
                target.put("type", link.type());
            }
            targets(context, link.relation()).add(target);
        }
        return Map.of("linkset", List.of(context));
    }

    @SuppressWarnings("unchecked")
    private static List<Object> targets(Map<String, Object> context, String relation) {
        return (List<Object>) context.computeIfAbsent(relation, r -> new ArrayList<>());
    }

    /** {@code application/linkset}: section 4.1; one link a line. */
    static String text(String anchor, List<RecordLinks.Link> links) {
        List<String> lines = new ArrayList<>();
        for (RecordLinks.Link link : links) {
            lines.add(RecordLinks.field(List.of(link)) + "; anchor=\"" + anchor + "\"");
        }
        return String.join(",\n", lines) + "\n";
    }
}
