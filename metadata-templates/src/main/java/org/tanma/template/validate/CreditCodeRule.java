// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.validate;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tanma.template.model.BilingualText;
import org.tanma.template.model.RuleUse;
import org.tanma.template.model.TemplateItem;

/**
 * A certificate number that is a unified social credit code has its right check character.
 *
 * <p>Items: the number, the kind of certificate; holds for kind {@code 1} only.
 */
final class CreditCodeRule implements RecordRule {
    private static final String CREDIT_CODE_KIND = "1";
    private static final Pattern UNUSED_LETTERS = Pattern.compile(".*[IOSVZ].*");

    @Override
    public void requireUsable(RuleUse use, List<TemplateItem> items) {
        RecordRule.require(items.size() == 2, use, "it takes 2 item(s)");
    }

    @Override
    public List<Violation> check(Map<String, String> values, List<TemplateItem> items, RuleUse use) {
        String code = values.get(items.get(0).code());
        if (code == null
                || !CREDIT_CODE_KIND.equals(values.get(items.get(1).code()))
                || SocialCreditCode.isValid(code)) {
            return List.of();
        }
        Optional<String> expected = SocialCreditCode.findCheckCharacter(code);
        BilingualText problem = Phrases.of(expected.isPresent() ? "problem.creditCode" : "problem.creditCodeForm");
        BilingualText hint =
                expected.map(c -> Phrases.of("hint.creditCodeCheck", c)).orElseGet(() -> guess(code));
        TemplateItem item = items.get(0);
        return List.of(new Violation(
                item.code(), "creditCode", item.name(), code, problem, Phrases.of("allowed.creditCode"), hint));
    }

    private static BilingualText guess(String code) {
        String text = Normalizer.normalize(code, Normalizer.Form.NFKC)
                .replaceAll("[\\s-]", "")
                .toUpperCase(Locale.ROOT);
        String meant =
                text.replace('O', '0').replace('I', '1').replace('Z', '2').replace('S', '5');
        if (SocialCreditCode.isValid(meant)) {
            BilingualText suggestion = Phrases.of("hint.suggestion", meant);
            return meant.equals(text)
                    ? suggestion
                    : Phrases.join(List.of(Phrases.of("hint.creditCodeLetters"), suggestion));
        }
        if (text.length() != SocialCreditCode.LENGTH) {
            return Phrases.of("hint.creditCodeLength", text.length());
        }
        return UNUSED_LETTERS.matcher(text).matches() ? Phrases.of("hint.creditCodeLetters") : BilingualText.EMPTY;
    }
}
