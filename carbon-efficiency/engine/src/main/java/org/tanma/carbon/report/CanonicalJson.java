// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.text.LocalText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The one way results become bytes. Values: sorted maps, lists, text, whole numbers, booleans. */
final class CanonicalJson {
    private static final JsonMapper MAPPER = new JsonMapper();

    private CanonicalJson() {}

    static ResultDocument document(SortedMap<String, Object> tree) {
        String json = MAPPER.writeValueAsString(tree);
        return new ResultDocument(json, "sha256:" + sha256(json));
    }

    /** A tree whose members may stand in any order. */
    static ResultDocument document(JsonNode node) {
        String json = MAPPER.writeValueAsString(sorted(node));
        return new ResultDocument(json, "sha256:" + sha256(json));
    }

    private static Object sorted(JsonNode node) {
        if (node.isObject()) {
            SortedMap<String, Object> object = object();
            node.properties().forEach(property -> object.put(property.getKey(), sorted(property.getValue())));
            return object;
        }
        if (node.isArray()) {
            List<Object> elements = new ArrayList<>();
            node.forEach(element -> elements.add(sorted(element)));
            return elements;
        }
        return node;
    }

    static SortedMap<String, Object> object() {
        return new TreeMap<>();
    }

    static SortedMap<String, Object> figure(Quantity quantity) {
        SortedMap<String, Object> figure = object();
        figure.put("value", quantity.amountText());
        figure.put("unit", quantity.unit().symbol());
        return figure;
    }

    static SortedMap<String, Object> text(LocalText text) {
        SortedMap<String, Object> both = object();
        both.put("zh", text.zh());
        both.put("en", text.en());
        return both;
    }

    static void putIfKnown(SortedMap<String, Object> object, String key, @Nullable Object value) {
        if (value != null) {
            object.put(key, value);
        }
    }

    private static String sha256(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
