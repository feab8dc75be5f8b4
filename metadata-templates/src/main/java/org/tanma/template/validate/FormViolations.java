// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.validate;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tanma.template.model.BilingualText;
import org.tanma.template.model.CodeList;
import org.tanma.template.model.MetadataTemplate;
import org.tanma.template.model.TemplateItem;
import tools.jackson.databind.JsonNode;

/** Says what is wrong with an item whose form the schema refused, and what was probably meant. */
final class FormViolations {
    private static final Map<String, String> BOOLEAN_WORDS = Map.ofEntries(
            Map.entry("是", "true"),
            Map.entry("否", "false"),
            Map.entry("yes", "true"),
            Map.entry("no", "false"),
            Map.entry("y", "true"),
            Map.entry("n", "false"),
            Map.entry("1", "true"),
            Map.entry("0", "false"),
            Map.entry("true", "true"),
            Map.entry("false", "false"));

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");

    private FormViolations() {}

    static Violation missing(TemplateItem item) {
        return violation(item, "required", "", Phrases.of("problem.required"), BilingualText.EMPTY);
    }

    static Violation unknown(MetadataTemplate template, String code, Collection<String> given) {
        List<String> free = template.items().stream()
                .map(TemplateItem::code)
                .filter(c -> !given.contains(c))
                .toList();
        BilingualText hint = template.findItemCalled(code)
                .map(TemplateItem::code)
                .or(() -> NearestName.find(code, free))
                .map(known -> Phrases.of("hint.nearest", known))
                .orElse(BilingualText.EMPTY);
        return new Violation(
                code,
                "unknownItem",
                new BilingualText("项目", "Item"),
                code,
                Phrases.of("problem.unknownItem", template.title()),
                Phrases.of("allowed.items", template.title()),
                hint);
    }

    static Violation unknownPart(TemplateItem group, String code, Collection<String> given) {
        List<String> free = group.parts().items().stream()
                .map(TemplateItem::code)
                .filter(c -> !given.contains(c))
                .toList();
        BilingualText hint = NearestName.find(code, free)
                .map(known -> Phrases.of("hint.nearest", known))
                .orElse(BilingualText.EMPTY);
        return new Violation(
                code,
                "unknownItem",
                group.name(),
                code,
                Phrases.of("problem.unknownItem", group.name()),
                AllowedWording.of(group),
                hint);
    }

    static Violation disabled(TemplateItem item, String given) {
        return new Violation(
                item.code(),
                "disabled",
                item.name(),
                given,
                Phrases.of("problem.disabled"),
                BilingualText.EMPTY,
                Phrases.of("hint.disabled"));
    }

    static Violation notJson(TemplateItem item, String given) {
        boolean isLong = given.length() > ItemText.MAX_LENGTH;
        return violation(
                item,
                isLong ? "length" : item.type().code(),
                given,
                isLong ? Phrases.of("problem.length", given.length()) : Phrases.of("problem.json"),
                isLong ? BilingualText.EMPTY : Phrases.of("hint." + item.type().code()));
    }

    static Violation notCanonical(TemplateItem item, String given, String canonical) {
        return violation(
                item,
                "canonical",
                given,
                Phrases.of("problem.canonical"),
                canonical.length() > Violation.MAX_GIVEN
                        ? BilingualText.EMPTY
                        : Phrases.of("hint.suggestion", canonical));
    }

    static Violation notText(TemplateItem item, JsonNode given) {
        String text = ItemText.of(given);
        return new Violation(
                item.code(),
                "type",
                item.name(),
                text,
                Phrases.of("problem.nested.type"),
                given.isContainer() ? AllowedWording.of(item) : Phrases.of("allowed.string", text),
                BilingualText.EMPTY);
    }

    private static Violation list(TemplateItem item, String given) {
        try {
            JsonNode node = ItemText.read(given);
            if (node.isArray()) {
                BilingualText problem = Phrases.of("problem.listSize", node.size());
                return violation(item, "list", given, problem, BilingualText.EMPTY);
            }
        } catch (IllegalArgumentException e) {
            return notJson(item, given);
        }
        return violation(item, "list", given, Phrases.of("problem.list"), Phrases.of("hint.list"));
    }

    static Violation malformed(TemplateItem item, String given) {
        int length = given.codePointCount(0, given.length());
        if (given.isEmpty()) {
            return violation(item, "empty", given, Phrases.of("problem.empty"), BilingualText.EMPTY);
        }
        if (length > item.limits().maxLength() && isTooLongOnly(item, given)) {
            return violation(item, "length", given, Phrases.of("problem.length", length), BilingualText.EMPTY);
        }
        return switch (item.type()) {
            case TEXT -> text(item, given, length);
            case INTEGER ->
                violation(item, "number", given, Phrases.of("problem.integer"), NumberSuspicion.of(given, item));
            case DECIMAL ->
                violation(item, "number", given, Phrases.of("problem.number"), NumberSuspicion.of(given, item));
            case BOOLEAN -> violation(item, "boolean", given, Phrases.of("problem.boolean"), booleanHint(given));
            case DATE -> violation(item, "date", given, dateProblem(given), DateSuspicion.of(given));
            case INSTANT ->
                violation(item, "instant", given, Phrases.of("problem.instant"), InstantSuspicion.of(given));
            case CODE_LIST ->
                violation(item, "codeList", given, Phrases.of("problem.codeList"), codeHint(item.codes(), given));
            case IDENTIFIER_REFERENCE ->
                violation(
                        item,
                        "reference",
                        given,
                        Phrases.of("problem.reference"),
                        given.contains("/") ? BilingualText.EMPTY : Phrases.of("hint.noSlash"));
            case DIGEST -> violation(item, "digest", given, Phrases.of("problem.digest"), digestHint(given));
            case FILE -> violation(item, "file", given, Phrases.of("problem.file"), Phrases.of("hint.file"));
            case LIST -> list(item, given);
            case GROUP -> violation(item, "group", given, Phrases.of("problem.group"), Phrases.of("hint.group"));
        };
    }

    private static boolean isTooLongOnly(TemplateItem item, String given) {
        return switch (item.type()) {
            case TEXT, IDENTIFIER_REFERENCE -> true;
            case INTEGER -> given.matches(TemplateSchema.INTEGER);
            case DECIMAL -> given.matches(TemplateSchema.DECIMAL);
            case BOOLEAN, DATE, INSTANT, CODE_LIST, DIGEST, FILE, LIST, GROUP -> false;
        };
    }

    private static Violation text(TemplateItem item, String given, int length) {
        if (!given.equals(given.strip()) || CONTROL.matcher(given).find()) {
            BilingualText hint =
                    Phrases.of("hint.suggestion", CONTROL.matcher(given.strip()).replaceAll(" "));
            return violation(item, "text", given, Phrases.of("problem.edges"), hint);
        }
        boolean tooShort = length < item.limits().minLength();
        return tooShort
                ? violation(item, "length", given, Phrases.of("problem.length", length), BilingualText.EMPTY)
                : violation(item, "pattern", given, Phrases.of("problem.pattern"), TextSuspicion.of(given, item));
    }

    private static BilingualText dateProblem(String given) {
        return Phrases.of(given.matches("\\d{4}-\\d{2}-\\d{2}") ? "problem.noSuchDay" : "problem.date");
    }

    private static BilingualText booleanHint(String given) {
        String word = BOOLEAN_WORDS.get(given.strip().toLowerCase(Locale.ROOT));
        return word == null ? BilingualText.EMPTY : Phrases.of("hint.suggestion", word);
    }

    private static BilingualText codeHint(CodeList list, String given) {
        Optional<String> meant = list.findByWords(given.strip())
                .map(CodeList.Code::code)
                .or(() -> NearestName.find(
                        given, list.codes().stream().map(CodeList.Code::code).toList()));
        return meant.map(code -> Phrases.of("hint.suggestion", code)).orElse(BilingualText.EMPTY);
    }

    private static BilingualText digestHint(String given) {
        String hex = given.strip().toLowerCase(Locale.ROOT).replaceFirst("^sha-?256[:=]", "");
        return hex.matches("[0-9a-f]{64}") ? Phrases.of("hint.suggestion", "sha256:" + hex) : BilingualText.EMPTY;
    }

    static Violation violation(
            TemplateItem item, String rule, String given, BilingualText problem, BilingualText hint) {
        return new Violation(item.code(), rule, item.name(), given, problem, AllowedWording.of(item), hint);
    }
}
