// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.model;

import java.util.Locale;

/** The same words in Chinese and English. */
public record BilingualText(String zh, String en) {
    /** No words. */
    public static final BilingualText EMPTY = new BilingualText("", "");

    /** The English words for an English locale, the Chinese ones for every other. */
    public String in(Locale locale) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? en : zh;
    }

    public boolean isEmpty() {
        return zh.isEmpty() && en.isEmpty();
    }
}
