// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.change;

import java.util.Locale;
import java.util.Set;
import org.tanma.template.model.BilingualText;
import org.tanma.template.phrase.PhraseBook;

/** The one catalogue of what is said about changes. */
final class Phrases {
    private static final PhraseBook BOOK = new PhraseBook(Phrases.class, "changes");

    private Phrases() {}

    static BilingualText of(String key, Object... arguments) {
        return BOOK.of(key, arguments);
    }

    static Set<String> keys(Locale locale) {
        return BOOK.keys(locale);
    }
}
