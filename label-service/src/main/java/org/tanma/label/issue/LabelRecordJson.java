// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.issue;

import tools.jackson.databind.json.JsonMapper;

/** A {@link LabelRecord} as the outbox keeps it; the order of its items survives. */
final class LabelRecordJson {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private LabelRecordJson() {}

    static String write(LabelRecord record) {
        return MAPPER.writeValueAsString(record);
    }

    static LabelRecord read(String json) {
        return MAPPER.readValue(json, LabelRecord.class);
    }
}
