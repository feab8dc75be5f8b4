// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.validate;

import java.util.List;
import java.util.Map;
import org.tanma.template.model.RuleUse;
import org.tanma.template.model.TemplateItem;

/** A GTIN of 8, 12, 13 or 14 digits ends in its check digit: weights 3 and 1 from the right, sum to a multiple of ten (GS1). */
final class GtinRule implements RecordRule {
    private static final int TEN = 10;

    @Override
    public void requireUsable(RuleUse use, List<TemplateItem> items) {
        RecordRule.require(items.size() == 1, use, "it takes 1 item(s)");
    }

    @Override
    public List<Violation> check(Map<String, String> values, List<TemplateItem> items, RuleUse use) {
        TemplateItem item = items.get(0);
        String gtin = values.get(item.code());
        if (gtin == null) {
            return List.of();
        }
        int expected = checkDigit(gtin.substring(0, gtin.length() - 1));
        if (gtin.charAt(gtin.length() - 1) - '0' == expected) {
            return List.of();
        }
        return List.of(new Violation(
                item.code(),
                "gtin",
                item.name(),
                gtin,
                Phrases.of("problem.gtin"),
                Phrases.of("allowed.gtin"),
                Phrases.of("hint.gtinCheck", expected)));
    }

    static int checkDigit(String digits) {
        int sum = 0;
        int weight = 3;
        for (int i = digits.length() - 1; i >= 0; i--) {
            sum += (digits.charAt(i) - '0') * weight;
            weight = 4 - weight;
        }
        return (TEN - sum % TEN) % TEN;
    }
}
