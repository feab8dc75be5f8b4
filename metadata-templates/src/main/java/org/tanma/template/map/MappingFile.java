// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.map;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A mapping as its file spells it; null where the file says nothing. */
record MappingFile(
        String vocabulary,
        String edition,
        String template,
        String titleZh,
        String titleEn,
        @Nullable Map<String, JsonNode> constants,
        List<Entry> entries,
        @Nullable List<String> needed,
        @Nullable List<String> beyond,
        @Nullable List<LeftOut> leftOut) {

    record Entry(
            String from,
            @Nullable String via,
            String to,
            @Nullable String as,
            @Nullable String ucum,
            @Nullable String unitCode,
            @Nullable String prefix,
            @Nullable Map<String, String> codes,
            @Nullable String unless,
            @Nullable List<String> ifAlso,
            @Nullable Map<String, JsonNode> with) {}

    record LeftOut(String item, String zh, String en) {}
}
