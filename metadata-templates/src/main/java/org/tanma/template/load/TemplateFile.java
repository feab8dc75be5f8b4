// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.load;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A template as its JSON file spells it; null where the file says nothing. */
record TemplateFile(
        String name,
        String version,
        @Nullable String suffix,
        @Nullable String handle,
        String titleZh,
        String titleEn,
        @Nullable String descriptionZh,
        @Nullable String descriptionEn,
        String tier,
        @JsonProperty("extends") @Nullable String extended,
        @Nullable List<String> industry,
        @Nullable Integer objectType,
        @Nullable Integer ttlSeconds,
        @Nullable Boolean issuedByNode,
        List<Item> items,
        @Nullable List<Rule> rules) {

    record Item(
            @Nullable String code,
            @Nullable String nameZh,
            @Nullable String nameEn,
            @Nullable String definitionZh,
            @Nullable String definitionEn,
            @Nullable Integer index,
            @Nullable String type,
            @Nullable Boolean required,
            @Nullable Integer minLength,
            @Nullable Integer maxLength,
            @Nullable String pattern,
            @Nullable String patternZh,
            @Nullable String patternEn,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            @Nullable String unit,
            @Nullable String ucum,
            @Nullable List<Code> codes,
            @Nullable String codesZh,
            @Nullable String codesEn,
            @Nullable String codeList,
            @Nullable String template,
            @Nullable Integer minItems,
            @Nullable Integer maxItems,
            @Nullable Item element,
            @Nullable List<Item> items,
            @Nullable String visibility,
            @Nullable Boolean indexed,
            @Nullable String state,
            @Nullable String semantic,
            @Nullable String identifierKind,
            @Nullable String since,
            @Nullable String handleType) {}

    record Code(String code, @Nullable String zh, @Nullable String en) {}

    /** A code list in a file of its own, shared by several items. */
    record Codes(String titleZh, String titleEn, List<Code> codes) {}

    record Rule(
            String rule,
            List<String> items,
            @Nullable List<String> values,
            @Nullable BigDecimal tolerance) {}
}
