// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net.rest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.ValueReference;
import org.tanma.handle.wire.AdminRecord;
import org.tanma.handle.wire.HandleValueCodec;
import org.tanma.handle.wire.SiteRecord;
import org.tanma.handle.wire.WireFormatException;
import org.tanma.handle.wire.WireLimits;
import org.tanma.handle.wire.WireWriter;
import tools.jackson.databind.JsonNode;

/**
 * Reads a value's data: a bare string or whole number, or {@code {"format":…, "value":…}} with the formats string, base64,
 * hex, admin, vlist, site and key.
 */
final class DataReader {
    private static final Set<String> MEMBERS = Set.of("format", "value");
    private static final String FORMATS = "string, base64, hex, admin, vlist, site or key";
    private static final Set<String> REFERENCE = Set.of("handle", "index");
    private static final Set<String> ADMIN = Set.of("handle", "index", "permissions");
    private static final int MOST_PERMISSION_DIGITS = 16;

    private final JsonViolations violations;

    DataReader(JsonViolations violations) {
        this.violations = violations;
    }

    /** The octets; empty after a violation. */
    byte[] read(String path, JsonNode node) {
        if (node.isString() || node.isIntegralNumber()) {
            return bounded(path, node.asString().getBytes(StandardCharsets.UTF_8));
        }
        if (!node.isObject()) {
            violations.add(path, node, "a string, or an object of format and value");
            return new byte[0];
        }
        JsonFields fields = new JsonFields(path, node, MEMBERS, violations);
        String format = fields.text("format");
        if (!fields.node("format").isString()) {
            return new byte[0];
        }
        try {
            return bounded(path, formatted(format, fields));
        } catch (WireFormatException e) {
            violations.add(fields.at("value"), fields.node("value"), String.valueOf(e.getMessage()));
            return new byte[0];
        }
    }

    private byte[] bounded(String path, byte[] octets) {
        if (octets.length > WireLimits.ARRAY_OCTETS) {
            violations.add(path, octets.length + " octets", "at most " + WireLimits.ARRAY_OCTETS);
            return new byte[0];
        }
        return octets;
    }

    private byte[] formatted(String format, JsonFields fields) throws WireFormatException {
        String at = fields.at("value");
        JsonNode value = fields.node("value");
        switch (format) {
            case "string":
                return value.isIntegralNumber()
                        ? value.asString().getBytes(StandardCharsets.UTF_8)
                        : fields.text("value").getBytes(StandardCharsets.UTF_8);
            case "base64":
                return base64(at, fields);
            case "hex":
                return hex(at, fields);
            case "admin":
                return admin(at, value);
            case "vlist":
                WireWriter out = new WireWriter(WireLimits.ARRAY_OCTETS);
                HandleValueCodec.encodeReferences(references(at, value), out);
                return out.toArray();
            case "site":
                SiteRecord site = new SiteReader(violations).read(at, value);
                return violations.isEmpty() ? site.encode() : new byte[0];
            case "key":
                return new KeyReader(violations).read(at, value);
            default:
                violations.add(fields.at("format"), fields.node("format"), FORMATS);
                return new byte[0];
        }
    }

    private byte[] base64(String at, JsonFields fields) {
        try {
            return Base64.getMimeDecoder().decode(requireBase64(fields.text("value")));
        } catch (IllegalArgumentException e) {
            violations.add(at, fields.node("value"), "base64");
            return new byte[0];
        }
    }

    /** The lenient decoder would pass over what is no base64 at all. */
    private static String requireBase64(String text) {
        if (!text.matches("[A-Za-z0-9+/=\\s]*")) {
            throw new IllegalArgumentException("no base64");
        }
        return text;
    }

    private byte[] hex(String at, JsonFields fields) {
        try {
            return HexFormat.of().parseHex(fields.text("value"));
        } catch (IllegalArgumentException e) {
            violations.add(at, fields.node("value"), "pairs of hexadecimal digits");
            return new byte[0];
        }
    }

    private byte[] admin(String at, JsonNode value) throws WireFormatException {
        JsonFields fields = new JsonFields(at, value, ADMIN, violations);
        if (!value.isObject()) {
            return new byte[0];
        }
        String handle = fields.handle("handle");
        int index = (int) fields.number("index", 0, Integer.MAX_VALUE, 0);
        int permissions = fields.bits("permissions", 1, MOST_PERMISSION_DIGITS);
        return new AdminRecord(permissions, HandleName.parse(handle), index).encode();
    }

    List<ValueReference> references(String path, JsonNode list) {
        List<ValueReference> references = new ArrayList<>();
        if (!list.isArray() || list.size() > WireLimits.REFERENCES) {
            violations.add(path, list, "an array of at most " + WireLimits.REFERENCES + " {handle, index}");
            return references;
        }
        for (int i = 0; i < list.size(); i++) {
            JsonFields fields = new JsonFields(path + "[" + i + "]", list.get(i), REFERENCE, violations);
            if (list.get(i).isObject()) {
                references.add(new ValueReference(
                        fields.handle("handle"), (int) fields.number("index", 0, Integer.MAX_VALUE, 0)));
            }
        }
        return references;
    }
}
