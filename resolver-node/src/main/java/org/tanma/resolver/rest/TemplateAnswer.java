// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tanma.template.model.CodeList;
import org.tanma.template.model.ItemType;
import org.tanma.template.model.MetadataTemplate;
import org.tanma.template.model.TemplateItem;

/** One version of a template in full. */
@Schema(name = "Template")
public record TemplateAnswer(
        String name,
        String version,
        String handle,
        String titleZh,
        String titleEn,
        String tier,

        @Schema(description = "True when only the node itself makes such records")
        boolean issuedByNode,

        @Schema(description = "Where its JSON Schema (2020-12) is")
        String schema,

        List<Item> items) {

    /** One item of a template; what does not apply is left out. */
    @Schema(name = "TemplateItem")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(
            String code,
            String nameZh,
            String nameEn,

            @Schema(description = "Index of its handle value")
            int index,

            @Schema(
                    description =
                            "text, integer, decimal, boolean, date, instant, codeList, identifierReference, digest")
            String type,

            boolean required,
            @Nullable Integer minLength,
            @Nullable Integer maxLength,
            @Nullable String pattern,
            @Nullable String min,
            @Nullable String max,
            @Nullable String unit,
            @Nullable List<Code> codes,

            @Schema(description = "Template an identifierReference points at") @Nullable
            String template,

            @Schema(description = "public or owner") String visibility,
            String since) {}

    /** One code of a code list. */
    @Schema(name = "TemplateCode")
    public record Code(String code, String nameZh, String nameEn) {}

    static TemplateAnswer of(MetadataTemplate t) {
        return new TemplateAnswer(
                t.name(),
                t.version().toString(),
                t.handle().toString(),
                t.title().zh(),
                t.title().en(),
                t.tier().name().toLowerCase(Locale.ROOT),
                t.isIssuedByNode(),
                "/api/v1/templates/" + t.name() + "/" + t.version() + "/schema",
                t.items().stream().map(TemplateAnswer::item).toList());
    }

    private static Item item(TemplateItem i) {
        boolean isText = i.type() == ItemType.TEXT;
        return new Item(
                i.code(),
                i.name().zh(),
                i.name().en(),
                i.index(),
                i.type().code(),
                i.required(),
                isText ? i.limits().minLength() : null,
                isText ? i.limits().maxLength() : null,
                i.limits().findPattern().orElse(null),
                i.limits().findMin().map(BigDecimal::toPlainString).orElse(null),
                i.limits().findMax().map(BigDecimal::toPlainString).orElse(null),
                i.unit().isEmpty() ? null : i.unit(),
                i.type() == ItemType.CODE_LIST ? codes(i.codes()) : null,
                i.referencedTemplate().isEmpty() ? null : i.referencedTemplate(),
                i.visibility().name().toLowerCase(Locale.ROOT),
                i.since().toString());
    }

    private static List<Code> codes(CodeList list) {
        return list.codes().stream()
                .map(c -> new Code(c.code(), c.name().zh(), c.name().en()))
                .toList();
    }
}
