// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.validate;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import org.tanma.template.model.BilingualText;
import org.tanma.template.phrase.PhraseBook;

/** The one catalogue of everything validation says, read from {@code violations_zh} and {@code violations_en}. */
final class Phrases {
    private static final PhraseBook BOOK = new PhraseBook(Phrases.class, "violations");

    private Phrases() {}

    /** The phrase at {@code key} in both languages; {@code {0}} … take the arguments, bilingual ones in their language. */
    static BilingualText of(String key, Object... arguments) {
        return BOOK.of(key, arguments);
    }

    /** The phrases one after another, with the separator of each language between them. */
    static BilingualText join(Collection<BilingualText> phrases) {
        return new BilingualText(
                String.join("；", phrases.stream().map(BilingualText::zh).toList()),
                String.join("; ", phrases.stream().map(BilingualText::en).toList()));
    }

    static BilingualText sentence(Violation v) {
        BilingualText what = v.given().isEmpty()
                ? of("sentence.missing", v.subject(), v.problem())
                : of("sentence.given", v.subject(), v.given(), v.problem());
        BilingualText why = v.hint().isEmpty() ? what : of("sentence.hint", what, v.hint());
        return v.allowed().isEmpty() ? of("sentence.end", why) : of("sentence.allowed", why, v.allowed());
    }

    static Set<String> keys(Locale locale) {
        return BOOK.keys(locale);
    }
}
