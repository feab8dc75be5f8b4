// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.validate;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.tanma.template.model.BilingualText;
import org.tanma.template.model.TemplateItem;

/** Guesses what a text that misses its pattern was meant to be: full-width characters, blanks, small letters. */
final class TextSuspicion {
    private TextSuspicion() {}

    static BilingualText of(String given, TemplateItem item) {
        String pattern = item.limits().findPattern().orElse(TemplateSchema.ONE_LINE);
        List<BilingualText> hints = new ArrayList<>();
        String text = Normalizer.normalize(given, Normalizer.Form.NFKC);
        if (!text.equals(given)) {
            hints.add(Phrases.of("hint.fullWidth"));
        }
        String tight = text.replaceAll("\\s", "");
        if (!tight.equals(text)) {
            hints.add(Phrases.of("hint.blank"));
        }
        for (String meant : List.of(tight, tight.toUpperCase(java.util.Locale.ROOT), digits(tight))) {
            if (!meant.equals(given) && meant.matches(pattern)) {
                hints.add(Phrases.of("hint.suggestion", meant));
                return Phrases.join(hints);
            }
        }
        return Phrases.join(hints);
    }

    private static String digits(String text) {
        return text.replaceAll("[Oo]", "0").replaceAll("[Il|]", "1");
    }
}
