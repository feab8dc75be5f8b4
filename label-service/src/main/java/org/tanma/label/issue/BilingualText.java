// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.issue;

/** The same words in Chinese and English; neither is blank. */
public record BilingualText(String zh, String en) {
    public BilingualText {
        if (zh.isBlank() || en.isBlank()) {
            throw new IllegalArgumentException("a text lacks one language: zh '" + zh + "', en '" + en + "'");
        }
    }

    /** For a name that is the same in both. */
    public static BilingualText same(String text) {
        return new BilingualText(text, text);
    }
}
