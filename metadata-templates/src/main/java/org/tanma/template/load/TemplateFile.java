// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.load;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A template as its JSON file spells it; null where the file says nothing. */
record TemplateFile(
        String name,
        String version,
        String suffix,
        String titleZh,
        String titleEn,
        String tier,
        @Nullable Integer ttlSeconds,
        @Nullable Boolean issuedByNode,
        List<Item> items,
        @Nullable List<Rule> rules) {

    record Item(
            String code,
            String nameZh,
            String nameEn,
            int index,
            String type,
            boolean required,
            @Nullable Integer minLength,
            @Nullable Integer maxLength,
            @Nullable String pattern,
            @Nullable String patternZh,
            @Nullable String patternEn,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            @Nullable String unit,
            @Nullable List<Code> codes,
            @Nullable String codeList,
            @Nullable String template,
            String visibility,
            String since,
            @Nullable String handleType) {}

    record Code(String code, String zh, String en) {}

    /** A code list in a file of its own, shared by several items. */
    record Codes(String titleZh, String titleEn, List<Code> codes) {}

    record Rule(String rule, List<String> items) {}
}
