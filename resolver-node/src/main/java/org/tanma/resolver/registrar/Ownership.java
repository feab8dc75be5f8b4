// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar;

import java.util.List;
import java.util.Map;
import org.tanma.template.model.MetadataTemplate;
import org.tanma.template.validate.Violation;

/** What a record may say of the enterprise it belongs to. */
public final class Ownership {
    /** Code of the item that names the enterprise a record belongs to, in every template that has one. */
    public static final String ENTERPRISE = "enterprise";

    private Ownership() {}

    /** What is wrong when a record of the enterprise with {@code prefix} names another as its own. */
    public static List<Violation> violations(MetadataTemplate template, String prefix, Map<String, String> items) {
        String owner = items.getOrDefault(ENTERPRISE, "");
        boolean isOwn = owner.regionMatches(true, 0, prefix + "/", 0, prefix.length() + 1);
        if (isOwn || owner.isEmpty() || owner.indexOf('/') < 0) {
            return List.of();
        }
        return List.of(new Violation(
                ENTERPRISE,
                "owner.other",
                template.findItem(ENTERPRISE).orElseThrow().name(),
                owner,
                Refusals.of("owner.other.problem", prefix),
                Refusals.of("owner.other.allowed", prefix),
                Refusals.of("owner.other.hint")));
    }
}
