// SPDX-License-Identifier: Apache-2.0
package org.tanma.identifier;

/**
 * A stretch of the text given, and where it begins, so that faults name positions people can count.
 *
 * @param offset characters before it in the text given
 */
record Part(String text, int offset) {
    static Part whole(String given) {
        int start = 0;
        int end = given.length();
        while (start < end && isBlank(given.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(given.charAt(end - 1))) {
            end--;
        }
        return new Part(given.substring(start, end), start);
    }

    /** The same without the blanks around it. */
    Part trimmed() {
        Part inner = whole(text);
        return new Part(inner.text, offset + inner.offset);
    }

    private static boolean isBlank(char c) {
        return c == '\uFEFF' || Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    Part from(int begin) {
        return new Part(text.substring(begin), offset + begin);
    }

    Part between(int begin, int end) {
        return new Part(text.substring(begin, end), offset + begin);
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    boolean startsWith(String prefix) {
        return text.regionMatches(true, 0, prefix, 0, prefix.length());
    }

    MalformedIdentifierException fault(
            IdentifierKind kind, String given, int position, FaultReason reason, Object... arguments) {
        return MalformedIdentifierException.at(kind, given, offset + position, reason, arguments);
    }

    boolean isDigits() {
        return isDigits(text);
    }

    static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLetterOrDigit(char c) {
        return isDigit(c) || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    /** The character at {@code index} as people see it, surrogate pairs kept together. */
    String shown(int index) {
        return new String(Character.toChars(text.codePointAt(index)));
    }
}
