// SPDX-License-Identifier: Apache-2.0
package org.tanma.identifier;

/**
 * The two check characters of a Global Model Number: prime weights from the right over the 82 characters' ranks, modulo
 * 1021, as two digits of base 32. Source: GS1 General Specifications, 7.9.5; GS1's published sample {@code
 * 1987654Ad4X4bL5ttr2310c2K}.
 */
final class GmnCheck {
    private static final int[] WEIGHTS = {
        2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83
    };
    private static final int MODULUS = 1021;
    private static final int PAIR = 2;
    private static final String BASE_32 = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private GmnCheck() {}

    static void require(String given, Part value) {
        String text = value.text();
        int length = text.length() - PAIR;
        if (length < 1) {
            throw value.fault(IdentifierKind.GMN, given, text.length(), FaultReason.LENGTH, text.length(), "3–25");
        }
        String right = of(text.substring(0, length));
        if (!text.endsWith(right)) {
            throw value.fault(
                    IdentifierKind.GMN,
                    given,
                    length,
                    FaultReason.CHECK_CHARACTERS,
                    text.substring(length),
                    right,
                    text.substring(0, length) + right);
        }
    }

    /** The pair for a number of up to 23 characters. */
    static String of(String number) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            sum += Gs1Values.SET_82.indexOf(number.charAt(number.length() - 1 - i)) * WEIGHTS[i];
        }
        int check = sum % MODULUS;
        int base = BASE_32.length();
        return "" + BASE_32.charAt(check / base) + BASE_32.charAt(check % base);
    }
}
