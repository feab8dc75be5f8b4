// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net.rest;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.model.Ttl;
import org.tanma.handle.model.ValuePermissions;
import org.tanma.handle.model.ValueReference;
import org.tanma.handle.wire.ResponseCode;
import org.tanma.handle.wire.WireLimits;
import tools.jackson.databind.JsonNode;

/**
 * Reads the values of a request's body: an array, an object with {@code values} whose other members are ignored, or one value.
 *
 * <p>All that is wrong is found in one reading and named by path. Permissions that are not given are 1110, and 1100 for the
 * types that hold secrets. A timestamp is checked and kept; the node writes its own when the value changes.
 */
final class ValueReader {
    private static final Set<String> MEMBERS =
            Set.of("index", "type", "data", "ttl", "permissions", "timestamp", "references");
    private static final String SECRET_KEY = "HS_SECKEY";
    private static final int PERMISSION_DIGITS = 4;
    private static final long MOST_SECONDS = 0xFFFF_FFFFL;

    private final JsonViolations violations = new JsonViolations();
    private final DataReader data = new DataReader(violations);

    private ValueReader() {}

    /** Errors: {@link RestRefusedException} with code 202 and every violation. */
    static List<HandleValue> read(byte[] body) {
        return new ValueReader().values(JsonBody.read(body));
    }

    private List<HandleValue> values(JsonNode root) {
        List<HandleValue> values = new ArrayList<>();
        if (root.isArray()) {
            list("", root, values);
        } else if (root.has("values")) {
            list("values", root.path("values"), values);
        } else {
            values.add(value("", root));
        }
        if (!violations.isEmpty()) {
            throw new RestRefusedException(
                    RestRefusedException.BAD_REQUEST, ResponseCode.INVALID_VALUE, violations.sentence());
        }
        return values;
    }

    private void list(String path, JsonNode list, List<HandleValue> values) {
        if (!list.isArray() || list.size() > HandleRecord.MAX_VALUES) {
            violations.add(
                    path,
                    list.isArray() ? list.size() + " values" : list.toString(),
                    "an array of at most " + HandleRecord.MAX_VALUES + " values");
            return;
        }
        Map<Integer, String> seen = new LinkedHashMap<>();
        for (int i = 0; i < list.size(); i++) {
            String at = path + "[" + i + "]";
            HandleValue value = value(at, list.get(i));
            String before = seen.putIfAbsent(value.index(), at);
            if (before != null && list.get(i).has("index")) {
                violations.add(at + ".index", value.index() + ", the index of " + before, "each index once");
            }
            values.add(value);
        }
    }

    private HandleValue value(String path, JsonNode node) {
        JsonFields fields = new JsonFields(path, node, MEMBERS, violations);
        if (!node.isObject()) {
            return HandleValue.text(1, "", "", 0);
        }
        int index = (int) fields.number("index", 1, Integer.MAX_VALUE);
        String type = fields.text("type");
        int octets = type.getBytes(StandardCharsets.UTF_8).length;
        if (fields.node("type").isString() && (octets == 0 || octets > WireLimits.STRING_OCTETS)) {
            violations.add(fields.at("type"), octets + " octets", "1 to " + WireLimits.STRING_OCTETS);
        }
        byte[] octetsOfData = data.read(fields.at("data"), fields.node("data"));
        return new HandleValue(
                index,
                type,
                octetsOfData,
                ttl(fields),
                permissions(fields, type),
                timestamp(fields),
                references(fields));
    }

    private Ttl ttl(JsonFields fields) {
        if (!fields.has("ttl")) {
            return Ttl.DEFAULT;
        }
        JsonNode node = fields.node("ttl");
        boolean isInstant = node.isString() && node.stringValue().contains("T");
        return isInstant ? new Ttl(true, instant(fields, "ttl")) : Ttl.ofSeconds(fields.number("ttl", 0, MOST_SECONDS));
    }

    private long timestamp(JsonFields fields) {
        return fields.has("timestamp") ? instant(fields, "timestamp") : 0;
    }

    private long instant(JsonFields fields, String name) {
        try {
            long seconds = OffsetDateTime.parse(fields.text(name)).toEpochSecond();
            if (seconds >= 0 && seconds <= MOST_SECONDS) {
                return seconds;
            }
        } catch (DateTimeException e) {
            // said below, together with instants that are out of range
        }
        violations.add(
                fields.at(name),
                fields.node(name),
                "an instant such as 2026-11-21T08:00:00Z, up to " + Instant.ofEpochSecond(MOST_SECONDS));
        return 0;
    }

    private static ValuePermissions permissions(JsonFields fields, String type) {
        if (fields.has("permissions")) {
            return ValuePermissions.fromBits(fields.bits("permissions", PERMISSION_DIGITS, PERMISSION_DIGITS));
        }
        String folded = type.toUpperCase(Locale.ROOT);
        boolean isSecret = folded.equals(SECRET_KEY) || folded.startsWith(SECRET_KEY + ".");
        return isSecret ? ValuePermissions.PRIVATE : ValuePermissions.PUBLIC;
    }

    private List<ValueReference> references(JsonFields fields) {
        return fields.has("references")
                ? data.references(fields.at("references"), fields.node("references"))
                : List.of();
    }
}
