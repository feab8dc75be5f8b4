// SPDX-License-Identifier: Apache-2.0
package org.tanma.kit.rest;

import org.tanma.kit.page.Language;

/**
 * What is said, in Chinese and in English; which of the two is sent is decided where the answer is written.
 *
 * @param zh Simplified Chinese
 * @param en English; empty exactly when {@code zh} is
 */
public record Wording(String zh, String en) {
    /** Nothing to say. */
    public static final Wording NONE = new Wording("", "");

    public Wording {
        if (zh.isBlank() != en.isBlank()) {
            throw new IllegalArgumentException("a wording lacks one language: zh '" + zh + "', en '" + en + "'");
        }
    }

    /** For figures, codes and names that are the same in both. */
    public static Wording same(String text) {
        return new Wording(text, text);
    }

    public String in(Language language) {
        return language == Language.ZH ? zh : en;
    }

    public boolean isEmpty() {
        return zh.isEmpty();
    }
}
