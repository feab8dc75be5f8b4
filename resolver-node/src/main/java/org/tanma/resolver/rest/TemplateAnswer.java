// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
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
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TemplateAnswer(
        String name,
        String version,
        String handle,
        String titleZh,
        String titleEn,
        @Nullable String descriptionZh,
        @Nullable String descriptionEn,
        String tier,

        @Schema(description = "Template it extends, name@version") @JsonProperty("extends") @Nullable
        String parent,

        @Schema(description = "GB/T 4754 codes from section to class, as far as they go")
        List<String> industry,

        @Schema(description = "1 for objects that carry their identifier actively, 2 for others")
        int objectType,

        @Schema(description = "True when only the node itself makes such records")
        boolean issuedByNode,

        @Schema(description = "Where its JSON Schema (2020-12) is")
        String schema,

        @Schema(description = "All items, inherited ones first")
        List<Item> items,

        @Schema(description = "Rules across items, inherited ones first")
        List<Rule> rules) {

    /** One item of a template; what does not apply is left out. */
    @Schema(name = "TemplateItem")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(
            String code,
            String nameZh,
            String nameEn,
            @Nullable String definitionZh,
            @Nullable String definitionEn,

            @Schema(description = "Index of its handle value; a part of a list or group has none") @Nullable
            Integer index,

            @Schema(
                    description =
                            "text, integer, decimal, boolean, date, instant, codeList, identifierReference, digest, file,"
                                    + " list, group")
            String type,

            boolean required,
            @Nullable Integer minLength,
            @Nullable Integer maxLength,
            @Nullable String pattern,
            @Nullable String min,
            @Nullable String max,
            @Nullable String unit,

            @Schema(description = "The unit as a UCUM code") @Nullable
            String ucum,

            @Nullable List<Code> codes,

            @Schema(description = "Template an identifierReference points at") @Nullable
            String template,

            @Nullable Integer minItems,
            @Nullable Integer maxItems,

            @Schema(description = "What a list is made of") @Nullable
            Item element,

            @Schema(description = "Items of a group") @Nullable
            List<Item> items,

            @Schema(description = "public, partner, regulator or owner")
            String visibility,

            @Schema(description = "True when records can be searched by it")
            boolean indexed,

            @Schema(description = "False when new records may not carry it")
            boolean enabled,

            @Schema(description = "IRI of the same property in another vocabulary") @Nullable
            String semantic,

            @Schema(description = "Kind of identifier its text is") @Nullable
            String identifierKind,

            String since) {}

    /** One rule across items. */
    @Schema(name = "TemplateRule")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Rule(String rule, List<String> items, List<String> values, String tolerance) {}

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
                said(t.description().zh()),
                said(t.description().en()),
                t.tier().name().toLowerCase(Locale.ROOT),
                t.parent().map(Object::toString).orElse(null),
                t.industry(),
                t.objectType(),
                t.isIssuedByNode(),
                "/api/v1/templates/" + t.name() + "/" + t.version() + "/schema",
                t.items().stream().map(TemplateAnswer::item).toList(),
                t.rules().stream()
                        .map(r -> new Rule(r.rule(), r.items(), r.values(), r.tolerance()))
                        .toList());
    }

    private static @Nullable String said(String text) {
        return text.isEmpty() ? null : text;
    }

    private static Item item(TemplateItem i) {
        boolean isText = i.type() == ItemType.TEXT;
        boolean isList = i.type() == ItemType.LIST;
        return new Item(
                i.code(),
                i.name().zh(),
                i.name().en(),
                said(i.definition().zh()),
                said(i.definition().en()),
                i.index() == TemplateItem.NO_INDEX ? null : i.index(),
                i.type().code(),
                i.required(),
                isText ? i.limits().minLength() : null,
                isText ? i.limits().maxLength() : null,
                i.limits().findPattern().orElse(null),
                i.limits().findMin().map(BigDecimal::toPlainString).orElse(null),
                i.limits().findMax().map(BigDecimal::toPlainString).orElse(null),
                said(i.unit()),
                said(i.ucum()),
                i.type() == ItemType.CODE_LIST ? codes(i.codes()) : null,
                said(i.referencedTemplate()),
                isList ? i.parts().minItems() : null,
                isList ? i.parts().maxItems() : null,
                isList ? item(i.parts().items().get(0)) : null,
                i.type() == ItemType.GROUP
                        ? i.parts().items().stream().map(TemplateAnswer::item).toList()
                        : null,
                i.visibility().name().toLowerCase(Locale.ROOT),
                i.isIndexed(),
                i.isEnabled(),
                said(i.semantic()),
                said(i.identifierKind()),
                i.since().toString());
    }

    private static List<Code> codes(CodeList list) {
        return list.codes().stream()
                .map(c -> new Code(c.code(), c.name().zh(), c.name().en()))
                .toList();
    }
}
