// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.text;

/**
 * One piece of wording in Chinese and in English.
 *
 * @param zh Simplified Chinese, not blank
 * @param en English, not blank
 */
public record LocalText(String zh, String en) {
    public LocalText {
        if (zh.isBlank() || en.isBlank()) {
            throw new IllegalArgumentException("both languages are needed: zh '" + zh + "', en '" + en + "'");
        }
    }
}
