// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.validate;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.tanma.template.model.BilingualText;
import org.tanma.template.model.CodeList;
import org.tanma.template.model.TemplateItem;

/** Says in words what may stand in an item. */
final class AllowedWording {
    private static final int LONGEST_LISTED = 30;

    private AllowedWording() {}

    static BilingualText of(TemplateItem item) {
        return switch (item.type()) {
            case TEXT -> text(item);
            case INTEGER -> number(Phrases.of("allowed.integer"), item);
            case DECIMAL -> number(Phrases.of("allowed.decimal"), item);
            case BOOLEAN -> Phrases.of("allowed.boolean");
            case DATE -> Phrases.of("allowed.date");
            case INSTANT -> Phrases.of("allowed.instant");
            case CODE_LIST -> codes(item.codes());
            case IDENTIFIER_REFERENCE -> Phrases.of("allowed.reference", item.name());
            case DIGEST -> Phrases.of("allowed.digest");
            case FILE -> Phrases.of("allowed.file");
            case LIST ->
                Phrases.of("allowed.list", item.parts().minItems(), item.parts().maxItems());
            case GROUP ->
                Phrases.of(
                        "allowed.group",
                        String.join(
                                ", ",
                                item.parts().items().stream()
                                        .map(TemplateItem::code)
                                        .toList()));
        };
    }

    private static BilingualText text(TemplateItem item) {
        return item.limits().findPattern().isPresent()
                ? item.limits().patternMeaning()
                : Phrases.of(
                        "allowed.text", item.limits().minLength(), item.limits().maxLength());
    }

    private static BilingualText number(BilingualText kind, TemplateItem item) {
        BilingualText words = item.unit().isEmpty() ? kind : Phrases.of("allowed.unit", kind, item.unit());
        Optional<BigDecimal> min = item.limits().findMin();
        Optional<BigDecimal> max = item.limits().findMax();
        if (min.isPresent() && max.isPresent()) {
            return Phrases.of(
                    "allowed.between",
                    words,
                    min.get().toPlainString(),
                    max.get().toPlainString());
        }
        if (min.isPresent()) {
            return Phrases.of("allowed.atLeast", words, min.get().toPlainString());
        }
        return max.isPresent() ? Phrases.of("allowed.atMost", words, max.get().toPlainString()) : words;
    }

    private static BilingualText codes(CodeList list) {
        List<CodeList.Code> codes = list.codes();
        if (codes.size() > LONGEST_LISTED) {
            return Phrases.of("allowed.longList", list.title(), codes.get(0).code());
        }
        List<BilingualText> listed = codes.stream()
                .map(c -> c.code().equals(c.name().en())
                        ? new BilingualText(c.code() + "（" + c.name().zh() + "）", c.code())
                        : Phrases.of("allowed.code", c.code(), c.name()))
                .toList();
        return Phrases.of(
                "allowed.codes",
                new BilingualText(
                        String.join("、", listed.stream().map(BilingualText::zh).toList()),
                        String.join(", ", listed.stream().map(BilingualText::en).toList())));
    }
}
