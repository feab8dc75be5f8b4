// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.validate;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The text of an item's value: plain text, or canonical JSON for a list or a group.
 *
 * <p>Canonical form: members sorted by name, no blanks, the least escapes, and every value within it a string, so that the same
 * value always is the same text. Errors: what is no JSON, names a member twice, or is nested deeper than {@value #MAX_DEPTH}, is an
 * {@link IllegalArgumentException}. Source: RFC 8785, section 3.2.
 */
public final class ItemText {
    /** Most characters of a list's or a group's text. */
    public static final int MAX_LENGTH = 16_000;

    private static final int MAX_DEPTH = 16;
    private static final int LONGEST_SCALE = 100;
    private static final int FIRST_PRINTABLE = 0x20;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private ItemText() {}

    /**
     * The text of a value as JSON gives it: a string as it is, a number in plain notation, {@code true} or {@code false}, an array
     * or an object in canonical form with every value within it as text.
     */
    public static String of(JsonNode value) {
        if (!value.isContainer()) {
            return scalar(value);
        }
        StringBuilder text = new StringBuilder();
        write(value, text);
        return text.toString();
    }

    /** The canonical form of a list's or a group's JSON text, its values as texts. */
    public static String canonical(String json) {
        return of(read(json));
    }

    /** The JSON a text holds. */
    static JsonNode read(String json) {
        if (json.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("more than " + MAX_LENGTH + " characters");
        }
        try {
            JsonNode node = JSON.readTree(json);
            if (node.isMissingNode()) {
                throw new IllegalArgumentException("no JSON");
            }
            return node;
        } catch (JacksonException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        }
    }

    private static String scalar(JsonNode value) {
        if (value.isNumber()) {
            return value.isBigDecimal() ? plain(value.decimalValue()) : value.asString();
        }
        return value.isNull() ? "" : value.asString();
    }

    /** Plain notation of a number as long as that is short; else its exponent stays, for the validator to refuse. */
    private static String plain(BigDecimal number) {
        return Math.abs(number.scale()) > LONGEST_SCALE ? number.toString() : number.toPlainString();
    }

    private static void write(JsonNode value, StringBuilder out) {
        if (value.isArray()) {
            char separator = '[';
            for (JsonNode element : value) {
                out.append(separator);
                write(element, out);
                separator = ',';
            }
            out.append(value.isEmpty() ? "[]" : "]");
        } else if (value.isObject()) {
            Map<String, JsonNode> sorted = new TreeMap<>();
            value.properties().forEach(e -> sorted.put(e.getKey(), e.getValue()));
            char separator = '{';
            for (Map.Entry<String, JsonNode> member : sorted.entrySet()) {
                out.append(separator);
                quote(member.getKey(), out);
                out.append(':');
                write(member.getValue(), out);
                separator = ',';
            }
            out.append(value.isEmpty() ? "{}" : "}");
        } else {
            quote(scalar(value), out);
        }
    }

    static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < FIRST_PRINTABLE) {
                        out.append("\\u00").append(c < 16 ? '0' : '1').append(Character.forDigit(c % 16, 16));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
