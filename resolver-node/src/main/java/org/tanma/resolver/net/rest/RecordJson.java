// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net.rest;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.resolver.store.EncodedValues;
import org.tanma.resolver.store.StoreException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A whole record on one line: {@code handle} and {@code values}, as the Handle REST interface writes them.
 *
 * <p>What is written reads back to the same record, octet for octet. Where that JSON has no place for something – unnamed
 * permission bits of an administrator, a type that is empty – {@code octets} beside it holds the values in wire encoding,
 * base64, and reading goes by that. Stateless.
 */
public final class RecordJson {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String OCTETS = "octets";

    private RecordJson() {}

    /** One line in UTF-8 without its end. */
    public static byte[] write(HandleRecord record) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("handle", record.name().toString());
        List<Object> values = new ArrayList<>(record.values().size());
        record.values().forEach(value -> values.add(ValueTree.of(value)));
        tree.put("values", values);
        byte[] line = MAPPER.writeValueAsBytes(tree);
        if (isReadAs(record, line)) {
            return line;
        }
        EncodedValues encoded = EncodedValues.encode(record.values());
        byte[] octets = new byte[encoded.octetCount()];
        encoded.octets().get(octets);
        tree.put(OCTETS, Base64.getEncoder().encodeToString(octets));
        return MAPPER.writeValueAsBytes(tree);
    }

    private static boolean isReadAs(HandleRecord record, byte[] line) {
        try {
            return read(line).equals(record);
        } catch (RecordJsonException e) {
            return false;
        }
    }

    /** Errors: {@link RecordJsonException} with all that is wrong in one sentence. */
    public static HandleRecord read(byte[] line) throws RecordJsonException {
        try {
            JsonNode root = JsonBody.read(line);
            JsonNode handle = root.path("handle");
            if (!handle.isString()) {
                throw new RecordJsonException("'handle' is missing or no text");
            }
            HandleName name = HandleName.parse(handle.stringValue());
            return new HandleRecord(name, values(root, line));
        } catch (RestRefusedException e) {
            throw new RecordJsonException(e.sentence());
        } catch (IllegalArgumentException | StoreException e) {
            throw new RecordJsonException(String.valueOf(e.getMessage()));
        }
    }

    private static List<HandleValue> values(JsonNode root, byte[] line) throws RecordJsonException {
        JsonNode values = root.path("values");
        if (!values.isArray()) {
            throw new RecordJsonException("'values' is missing or no array");
        }
        if (!root.has(OCTETS)) {
            return ValueReader.read(line);
        }
        byte[] octets = Base64.getDecoder().decode(root.path(OCTETS).asString());
        return EncodedValues.wrap(values.size(), octets).decode();
    }
}
