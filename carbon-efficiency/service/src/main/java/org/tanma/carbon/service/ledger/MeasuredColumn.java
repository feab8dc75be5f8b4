// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.ledger;

import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Measured properties as the JSON text of one column. */
final class MeasuredColumn {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, MeasuredValue>> SHAPE = new TypeReference<>() {};

    private MeasuredColumn() {}

    static String write(Map<String, MeasuredValue> measured) {
        return JSON.writeValueAsString(measured);
    }

    static Map<String, MeasuredValue> read(String text) {
        return JSON.readValue(text, SHAPE);
    }
}
