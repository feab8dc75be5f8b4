// SPDX-License-Identifier: Apache-2.0
package org.tanma.identifier;

import org.jspecify.annotations.Nullable;

/** Decimal digits, the check digit of GS1, and what people type where a digit belongs. */
final class Digits {
    private static final String LOOK_ALIKE = "OoQD IilL|! Zz Ss Bb Gg";
    private static final String MEANT = "0000 111111 22 55 88 66";

    private Digits() {}

    /**
     * The check digit of these digits: weights 3 and 1 from the right, the rest to the next ten. Source: GS1 General
     * Specifications, 7.9.1.
     */
    static char check(String digits) {
        int sum = 0;
        for (int i = digits.length() - 1, weight = 3; i >= 0; i--, weight = 4 - weight) {
            sum += (digits.charAt(i) - '0') * weight;
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }

    static boolean isChecked(String digits) {
        int last = digits.length() - 1;
        return check(digits.substring(0, last)) == digits.charAt(last);
    }

    /** The same text with letters that look like digits, and full-width digits, replaced; null when others remain. */
    static @Nullable String mended(String text) {
        StringBuilder mended = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char digit = meant(text.charAt(i));
            if (digit == 0) {
                return null;
            }
            mended.append(digit);
        }
        return mended.toString();
    }

    /** The digit a character stands for or was meant to; 0 when none comes to mind. */
    private static char meant(char c) {
        if (Part.isDigit(c)) {
            return c;
        }
        int value = Character.isDigit(c) ? Character.digit(c, 10) : -1;
        if (value >= 0) {
            return (char) ('0' + value);
        }
        int at = c == ' ' ? -1 : LOOK_ALIKE.indexOf(c);
        return at < 0 ? 0 : MEANT.charAt(at);
    }

    /** The fault of a character at {@code at} that is no digit: names the digit it looks like when all can be mended. */
    static MalformedIdentifierException notADigit(IdentifierKind kind, String given, Part part, int at) {
        String mended = mended(part.text());
        if (mended != null) {
            return part.fault(kind, given, at, FaultReason.LETTER_FOR_DIGIT, part.shown(at), mended.charAt(at), mended);
        }
        return part.fault(kind, given, at, FaultReason.NOT_A_DIGIT, part.shown(at));
    }

    /** Throws unless all of {@code part} up to {@code end} are decimal digits. */
    static void require(IdentifierKind kind, String given, Part part, int end) {
        for (int i = 0; i < end; i++) {
            if (!Part.isDigit(part.text().charAt(i))) {
                throw notADigit(kind, given, part, i);
            }
        }
    }
}
