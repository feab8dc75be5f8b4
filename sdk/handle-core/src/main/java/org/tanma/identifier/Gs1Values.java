// SPDX-License-Identifier: Apache-2.0
package org.tanma.identifier;

import java.util.Map;

/** Checks the values that application identifiers carry, and brings them to their normal form. */
final class Gs1Values {
    /** The 82 characters of GS1, in the order in which the check characters of a GMN count them. */
    static final String SET_82 = "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";

    private static final String SET_39 = "#-/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int GTIN_DIGITS = 14;
    private static final String GTIN_LENGTHS = "8, 12, 13, 14";

    /** Longest value and its characters, by qualifier; {@code 7040} is of exactly that length. */
    private static final Map<String, Rule> QUALIFIERS = Map.of(
            "22", new Rule(20, Gs1Key.Tail.SET_82),
            "10", new Rule(20, Gs1Key.Tail.SET_82),
            "21", new Rule(20, Gs1Key.Tail.SET_82),
            "235", new Rule(28, Gs1Key.Tail.SET_82),
            "254", new Rule(20, Gs1Key.Tail.SET_82),
            "7040", new Rule(4, Gs1Key.Tail.SET_82),
            "8011", new Rule(12, Gs1Key.Tail.DIGITS),
            "8019", new Rule(10, Gs1Key.Tail.DIGITS),
            "8020", new Rule(25, Gs1Key.Tail.SET_82));

    private record Rule(int longest, Gs1Key.Tail set) {}

    private Gs1Values() {}

    static String key(String given, Gs1Key key, Part value) {
        if (value.isEmpty()) {
            throw value.fault(key.kind(), given, 0, FaultReason.EMPTY);
        }
        if (key == Gs1Key.GTIN) {
            return gtin(given, value);
        }
        String text = value.text();
        int length = text.length();
        Digits.require(key.kind(), given, value, Math.min(length, key.digits()));
        int most = key.digits() + key.longestTail();
        if (length < key.digits() || length > most || key.checked() == 0 && length == key.digits()) {
            String allowed = key.digits() == most
                    ? String.valueOf(most)
                    : (key.checked() == 0 ? key.digits() + 1 : key.digits()) + "–" + most;
            throw value.fault(key.kind(), given, Math.min(length, most), FaultReason.LENGTH, length, allowed);
        }
        if (key == Gs1Key.GRAI && text.charAt(0) != '0') {
            throw value.fault(key.kind(), given, 0, FaultReason.FIXED_DIGIT, text.charAt(0), 0);
        }
        characters(key.kind(), given, value, key.digits(), key.tail());
        if (key.checked() > 0) {
            checkDigit(key.kind(), given, value, key.checked());
        }
        if (key == Gs1Key.ITIP) {
            pieces(given, value);
        }
        if (key == Gs1Key.GMN) {
            GmnCheck.require(given, value);
        }
        return text;
    }

    private static String gtin(String given, Part value) {
        Digits.require(IdentifierKind.GTIN, given, value, value.text().length());
        int length = value.text().length();
        if (length != 8 && length != 12 && length != 13 && length != GTIN_DIGITS) {
            throw value.fault(
                    IdentifierKind.GTIN,
                    given,
                    Math.min(length, GTIN_DIGITS),
                    FaultReason.LENGTH,
                    length,
                    GTIN_LENGTHS);
        }
        checkDigit(IdentifierKind.GTIN, given, value, length);
        return "0".repeat(GTIN_DIGITS - length) + value.text();
    }

    private static void checkDigit(IdentifierKind kind, String given, Part value, int digits) {
        String text = value.text();
        char right = Digits.check(text.substring(0, digits - 1));
        if (text.charAt(digits - 1) != right) {
            String mended = text.substring(0, digits - 1) + right + text.substring(digits);
            throw value.fault(kind, given, digits - 1, FaultReason.CHECK_DIGIT, text.charAt(digits - 1), right, mended);
        }
    }

    private static void pieces(String given, Part value) {
        String piece = value.text().substring(14, 16);
        String total = value.text().substring(16);
        if (piece.equals("00") || piece.compareTo(total) > 0) {
            throw value.fault(IdentifierKind.ITIP, given, 14, FaultReason.PIECE_COUNT, piece, total);
        }
    }

    /** The value of a qualifier, or of an attribute no rule is kept for. */
    static String qualifier(IdentifierKind kind, String given, String ai, Part value) {
        Rule rule = QUALIFIERS.get(ai);
        if (value.isEmpty()) {
            throw value.fault(kind, given, 0, FaultReason.EMPTY);
        }
        if (rule == null) {
            return value.text();
        }
        int length = value.text().length();
        boolean isFixed = ai.equals("7040");
        if (length > rule.longest() || isFixed && length < rule.longest()) {
            String allowed = isFixed ? String.valueOf(rule.longest()) : "1–" + rule.longest();
            throw value.fault(kind, given, Math.min(length, rule.longest()), FaultReason.LENGTH, length, allowed);
        }
        characters(kind, given, value, 0, rule.set());
        return value.text();
    }

    private static void characters(IdentifierKind kind, String given, Part value, int from, Gs1Key.Tail set) {
        for (int i = from; i < value.text().length(); i++) {
            char c = value.text().charAt(i);
            if (set == Gs1Key.Tail.DIGITS && !Part.isDigit(c)) {
                throw Digits.notADigit(kind, given, value, i);
            }
            if (set == Gs1Key.Tail.SET_82 && SET_82.indexOf(c) < 0) {
                throw value.fault(kind, given, i, FaultReason.NOT_IN_SET_82, value.shown(i));
            }
            if (set == Gs1Key.Tail.SET_39 && SET_39.indexOf(c) < 0) {
                throw value.fault(kind, given, i, FaultReason.NOT_IN_SET_39, value.shown(i));
            }
        }
    }
}
