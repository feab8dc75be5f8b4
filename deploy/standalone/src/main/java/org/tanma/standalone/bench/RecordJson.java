// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.wire.AdminRecord;
import tools.jackson.databind.json.JsonMapper;

/** A benchmark record as the JSON of the Handle REST interface: for bodies of requests, and for answers of that size. */
final class RecordJson {
    private static final JsonMapper JSON = new JsonMapper();

    private RecordJson() {}

    static byte[] of(HandleRecord record) {
        List<Object> values = new ArrayList<>();
        for (HandleValue value : record.values()) {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("index", value.index());
            members.put("type", value.type());
            members.put("data", data(value));
            members.put("ttl", value.ttl().seconds());
            members.put(
                    "timestamp", Instant.ofEpochSecond(value.timestampSeconds()).toString());
            values.add(members);
        }
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("responseCode", 1);
        whole.put("handle", record.name().toString());
        whole.put("values", values);
        return JSON.writeValueAsString(whole).getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, Object> data(HandleValue value) {
        Map<String, Object> data = new LinkedHashMap<>();
        if (value.type().equals(AdminRecord.TYPE)) {
            data.put("format", "base64");
            data.put("value", value.data());
        } else {
            data.put("format", "string");
            data.put("value", value.dataAsText());
        }
        return data;
    }
}
