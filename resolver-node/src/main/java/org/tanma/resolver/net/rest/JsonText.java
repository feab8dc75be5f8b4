// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net.rest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.wire.ResponseCode;
import org.tanma.handle.wire.SiteRecord;
import org.tanma.resolver.resolve.Resolution;
import org.tanma.resolver.store.EncodedValues;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** The bodies of the Handle REST interface, version 9, in UTF-8. Safe between threads. */
public final class JsonText {
    private static final JsonMapper MAPPER = new JsonMapper();

    private JsonText() {}

    /** What became of a resolution; {@code handle} as it was asked for. */
    public static byte[] of(Resolution resolution, String handle, boolean isPretty) {
        return write(tree(resolution, handle), isPretty);
    }

    /** The same before it is text. */
    static Map<String, Object> tree(Resolution resolution, String handle) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("responseCode", resolution.responseCode().code());
        if (resolution instanceof Resolution.Found found) {
            tree.put("handle", handle);
            tree.put("values", values(found.values()));
        } else if (resolution instanceof Resolution.Referral referral) {
            tree.put("referralHandle", referral.referral().toString());
            if (referral.values().count() > 0) {
                tree.put("values", values(referral.values()));
            }
            tree.put("handle", handle);
        } else if (resolution instanceof Resolution.ValuesNotFound) {
            tree.put("values", List.of());
            tree.put("handle", handle);
        } else {
            if (!(resolution instanceof Resolution.HandleNotFound)) {
                tree.put("message", resolution.message());
            }
            tree.put("handle", handle);
        }
        return tree;
    }

    private static List<Object> values(EncodedValues encoded) {
        List<Object> values = new ArrayList<>(encoded.count());
        for (HandleValue value : encoded.decode()) {
            values.add(ValueTree.of(value));
        }
        return values;
    }

    /** A request that could not be understood or taken on. */
    public static byte[] ofError(ResponseCode code, String message) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("responseCode", code.code());
        tree.put("message", message);
        return write(tree, false);
    }

    /** A part of a value's data on one line, for a page. */
    public static String line(Object tree) {
        return MAPPER.writeValueAsString(tree);
    }

    /** A site alone, on several lines. */
    public static String ofSite(SiteRecord site) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(SiteTree.of(site));
    }

    /** In UTF-8. */
    static byte[] write(Object tree, boolean isPretty) {
        ObjectWriter writer = isPretty ? MAPPER.writerWithDefaultPrettyPrinter() : MAPPER.writer();
        return writer.writeValueAsBytes(tree);
    }
}
