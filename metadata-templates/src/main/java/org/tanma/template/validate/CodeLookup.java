// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.validate;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tanma.template.code.CodeTable;
import org.tanma.template.model.BilingualText;
import org.tanma.template.model.TemplateItem;

/** A code must exist in its classification; when it does not, the nearest that do are named. */
final class CodeLookup {
    private static final int NEAREST = 3;

    private final String rule;
    private final CodeTable table;
    private final BilingualText classification;

    /**
     * @param rule the rule's name, for its violations
     * @param classification what people call the table
     */
    CodeLookup(String rule, CodeTable table, BilingualText classification) {
        this.rule = rule;
        this.table = table;
        this.classification = classification;
    }

    /** A violation when the item has a value that is no code of the table. */
    Optional<Violation> check(Map<String, String> values, TemplateItem item) {
        String code = values.get(item.code());
        if (code == null || table.contains(code)) {
            return Optional.empty();
        }
        return Optional.of(new Violation(
                item.code(),
                rule,
                item.name(),
                code,
                Phrases.of("problem.noSuchCode", classification),
                Phrases.of("allowed.existingCode", classification),
                nearest(code)));
    }

    private BilingualText nearest(String code) {
        var named = table.nearest(code, NEAREST).stream()
                .map(c -> Phrases.of("allowed.code", c, table.nameOf(c).orElse(BilingualText.EMPTY)))
                .toList();
        if (named.isEmpty()) {
            return BilingualText.EMPTY;
        }
        BilingualText codes = new BilingualText(
                named.stream().map(BilingualText::zh).collect(Collectors.joining("、")),
                named.stream().map(BilingualText::en).collect(Collectors.joining(", ")));
        return Phrases.of("hint.nearestCodes", codes);
    }
}
