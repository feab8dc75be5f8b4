// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.validate;

import java.util.List;
import java.util.Map;
import org.tanma.template.model.BilingualText;
import org.tanma.template.model.RuleUse;
import org.tanma.template.model.TemplateItem;

/**
 * The last digit of a CAS registry number is the check digit of those before it: each times its place from the right, summed,
 * modulo 10. Item: the number.
 */
final class CasNumberRule implements RecordRule {
    @Override
    public void requireUsable(RuleUse use, List<TemplateItem> items) {
        RecordRule.require(items.size() == 1, use, "it takes 1 item(s)");
    }

    @Override
    public List<Violation> check(Map<String, String> values, List<TemplateItem> items, RuleUse use) {
        TemplateItem item = items.get(0);
        String number = values.get(item.code());
        if (number == null) {
            return List.of();
        }
        if (!number.matches("[0-9]{2,7}-[0-9]{2}-[0-9]")) {
            return List.of(new Violation(
                    item.code(),
                    "casNumber",
                    item.name(),
                    number,
                    Phrases.of("problem.pattern"),
                    Phrases.of("allowed.casNumber"),
                    BilingualText.EMPTY));
        }
        String digits = number.replace("-", "");
        int expected = checkDigit(digits.substring(0, digits.length() - 1));
        if (expected == digits.charAt(digits.length() - 1) - '0') {
            return List.of();
        }
        return List.of(new Violation(
                item.code(),
                "casNumber",
                item.name(),
                number,
                Phrases.of("problem.gtin"),
                Phrases.of("allowed.casNumber"),
                Phrases.of("hint.gtinCheck", expected)));
    }

    static int checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(digits.length() - 1 - i) - '0') * (i + 1);
        }
        return sum % 10;
    }
}
