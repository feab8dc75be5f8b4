// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.app;

import java.util.List;
import java.util.Locale;
import org.tanma.standalone.phrase.Phrases;

/**
 * A sentence about the node's start, or a piece of one, in whichever language it is asked for.
 *
 * @param key in the catalogue of this package
 * @param parts what stands in its places; another phrase is said in the same language
 */
record StartPhrase(String key, List<Object> parts) {
    static StartPhrase of(String key, Object... parts) {
        return new StartPhrase(key, List.of(parts));
    }

    /** In {@link Locale#CHINESE} or {@link Locale#ENGLISH}. */
    String in(Locale language) {
        Object[] said = parts.stream()
                .map(part -> part instanceof StartPhrase phrase ? phrase.in(language) : part)
                .toArray();
        return Phrases.in(StartPhrase.class.getPackageName(), language).text(key, said);
    }
}
