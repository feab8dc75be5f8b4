// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.validate;

import java.util.List;
import java.util.Map;
import org.tanma.template.model.RuleUse;
import org.tanma.template.model.TemplateItem;

/** A code begins as another does. Items: the outer, the inner; value: how many characters they share, all of the outer's by default. */
final class CodeNestsRule implements RecordRule {
    @Override
    public List<Violation> check(Map<String, String> values, List<TemplateItem> items, RuleUse use) {
        String outer = values.get(items.get(0).code());
        if (outer == null) {
            return List.of();
        }
        int length = use.values().isEmpty()
                ? outer.length()
                : Integer.parseInt(use.values().get(0));
        return Nesting.check("codeNests", values, items.get(0), items.get(1), Math.min(length, outer.length()))
                .map(List::of)
                .orElse(List.of());
    }

    @Override
    public void requireUsable(RuleUse use, List<TemplateItem> items) {
        RecordRule.require(items.size() == 2, use, "it takes the outer and the inner code");
        RecordRule.require(
                use.values().isEmpty() || use.values().get(0).matches("[1-9]\\d?"),
                use,
                "its value is the number of characters both begin with");
    }
}
