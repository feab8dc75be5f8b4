// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.mint;

/** A GTIN in 14 digits. Source: GS1 General Specifications, 3.2 and 7.9. */
final class Gtin {
    static final int DIGITS = 14;
    /** Code of the item in which templates keep a GTIN. */
    static final String ITEM = "gtin";

    private Gtin() {}

    /** The same GTIN with leading zeros up to 14 digits. */
    static String padded(String digits) {
        return "0".repeat(Math.max(0, DIGITS - digits.length())) + digits;
    }

    static boolean isValid(String full) {
        return full.length() == DIGITS
                && full.chars().allMatch(c -> c >= '0' && c <= '9')
                && checked(full).equals(full);
    }

    /** The digits with the right check digit at the end. */
    static String checked(String digits) {
        String body = digits.substring(0, digits.length() - 1);
        return body + CheckSystem.MOD10.check(body);
    }
}
