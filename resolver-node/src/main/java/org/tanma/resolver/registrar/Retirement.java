// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.resolver.index.RecordMarks;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * That a record is retired: it resolves on, as a tombstone, and its handle is never given to anything else.
 *
 * <p>Shape: a value of type {@code RETIRED} at index 1400, readable by everyone, JSON {@code {"at", "reason", "by",
 * "successor"}}; the last is left out when there is none.
 *
 * @param by prefix of the enterprise that retired it, or the node's
 * @param successor what took its place
 */
public record Retirement(Instant at, String reason, String by, Optional<HandleName> successor) {
    private static final JsonMapper JSON = new JsonMapper();

    /** True when the record is a tombstone. */
    public static boolean isRetired(HandleRecord record) {
        return find(record).isPresent();
    }

    private static Optional<HandleValue> find(HandleRecord record) {
        return record.findByIndex(RecordMarks.RETIRED_INDEX)
                .filter(value -> value.type().equalsIgnoreCase(RecordMarks.RETIRED_TYPE));
    }

    /** What a tombstone says; empty for a live record. What cannot be read of it is left empty. */
    public static Optional<Retirement> of(HandleRecord record) {
        return find(record).map(Retirement::read);
    }

    private static Retirement read(HandleValue value) {
        Instant at = Instant.ofEpochSecond(value.timestampSeconds());
        try {
            JsonNode json = JSON.readTree(value.dataAsText());
            if (json.path("at").isString()) {
                at = Instant.parse(json.path("at").asString());
            }
            String successor = json.path("successor").asString("");
            return new Retirement(
                    at,
                    json.path("reason").asString(""),
                    json.path("by").asString(""),
                    successor.isEmpty() ? Optional.empty() : Optional.of(HandleName.parse(successor)));
        } catch (JacksonException | DateTimeException | IllegalArgumentException e) {
            return new Retirement(at, "", "", Optional.empty());
        }
    }

    /** The value a tombstone carries. */
    public HandleValue value() {
        Map<String, String> json = new LinkedHashMap<>();
        json.put("at", at.toString());
        json.put("reason", reason);
        json.put("by", by);
        successor.ifPresent(handle -> json.put("successor", handle.toString()));
        return HandleValue.text(
                RecordMarks.RETIRED_INDEX,
                RecordMarks.RETIRED_TYPE,
                JSON.writeValueAsString(json),
                at.getEpochSecond());
    }
}
