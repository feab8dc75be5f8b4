// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.load;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tanma.handle.model.HandleName;
import org.tanma.template.model.BilingualText;
import org.tanma.template.model.CodeList;
import org.tanma.template.model.ItemLimits;
import org.tanma.template.model.ItemType;
import org.tanma.template.model.MetadataTemplate;
import org.tanma.template.model.RuleUse;
import org.tanma.template.model.TemplateItem;
import org.tanma.template.model.TemplateTier;
import org.tanma.template.model.TemplateVersion;
import org.tanma.template.model.Visibility;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Turns the text of a template file into a {@link MetadataTemplate}; strict: an unknown or missing field is refused. */
final class TemplateReader {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();
    private static final int DEFAULT_TTL_SECONDS = 86_400;
    private static final int DEFAULT_MAX_LENGTH = 255;

    private final String nodePrefix;
    private final Function<String, String> sharedLists;

    /**
     * @param nodePrefix prefix the templates' own handles lie under
     * @param sharedLists gives the JSON text of a shared code list by its name
     */
    TemplateReader(String nodePrefix, Function<String, String> sharedLists) {
        this.nodePrefix = nodePrefix;
        this.sharedLists = sharedLists;
    }

    MetadataTemplate read(String file, String json) {
        try {
            TemplateFile t = JSON.readValue(json, TemplateFile.class);
            return new MetadataTemplate(
                    HandleName.parse(nodePrefix + "/" + given("suffix", t.suffix())),
                    given("name", t.name()),
                    TemplateVersion.parse(given("version", t.version())),
                    new BilingualText(given("titleZh", t.titleZh()), given("titleEn", t.titleEn())),
                    TemplateTier.valueOf(given("tier", t.tier()).toUpperCase(Locale.ROOT)),
                    Objects.requireNonNullElse(t.ttlSeconds(), DEFAULT_TTL_SECONDS),
                    Boolean.TRUE.equals(t.issuedByNode()),
                    given("items", t.items()).stream().map(this::item).toList(),
                    Objects.requireNonNullElse(t.rules(), List.<TemplateFile.Rule>of()).stream()
                            .map(r -> new RuleUse(given("rule", r.rule()), given("items", r.items())))
                            .toList());
        } catch (JacksonException e) {
            throw new InvalidTemplateException(file, e.getOriginalMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new InvalidTemplateException(file, Objects.requireNonNullElse(e.getMessage(), "refused"), e);
        }
    }

    private TemplateItem item(TemplateFile.Item i) {
        String code = given("code", i.code());
        ItemType type = ItemType.fromCode(given("type", i.type()))
                .orElseThrow(() -> new IllegalArgumentException("item '" + code + "' has unknown type " + i.type()));
        return new TemplateItem(
                code,
                new BilingualText(given("nameZh", i.nameZh()), given("nameEn", i.nameEn())),
                i.index(),
                type,
                i.required(),
                new ItemLimits(
                        Objects.requireNonNullElse(i.minLength(), 1),
                        Objects.requireNonNullElse(i.maxLength(), DEFAULT_MAX_LENGTH),
                        i.pattern(),
                        new BilingualText(text(i.patternZh()), text(i.patternEn())),
                        i.min(),
                        i.max()),
                text(i.unit()),
                codes(i),
                text(i.template()),
                Visibility.valueOf(given("visibility", i.visibility()).toUpperCase(Locale.ROOT)),
                TemplateVersion.parse(given("since", i.since())),
                i.handleType() == null ? code : i.handleType());
    }

    private CodeList codes(TemplateFile.Item i) {
        if (i.codeList() != null) {
            TemplateFile.Codes shared = JSON.readValue(sharedLists.apply(i.codeList()), TemplateFile.Codes.class);
            return codes(new BilingualText(shared.titleZh(), shared.titleEn()), shared.codes());
        }
        return i.codes() == null ? CodeList.NONE : codes(new BilingualText(i.nameZh(), i.nameEn()), i.codes());
    }

    private static CodeList codes(BilingualText title, List<TemplateFile.Code> codes) {
        return new CodeList(
                title,
                codes.stream()
                        .map(c -> new CodeList.Code(c.code(), new BilingualText(c.zh(), c.en())))
                        .toList());
    }

    private static <T> T given(String field, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("field '" + field + "' is missing");
        }
        return value;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
