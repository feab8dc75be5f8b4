// SPDX-License-Identifier: Apache-2.0
package org.tanma.identifier;

/**
 * A code of an enterprise's own, made unique by the prefix registered to it.
 *
 * <p>Shape: {@code prefix ":" code}, with or without {@code private:} before it; the prefix is digits and dots, the code
 * is 1 to {@value #MAX_CODE} characters of the enterprise's choice, its case significant. Canonical: {@code
 * private:88.118.5:SN-0042}. Whether the prefix is registered is for a node to say. The form is Tanma's own.
 *
 * @param prefix prefix of the enterprise
 * @param code the enterprise's own code
 */
public record PrivateCode(String prefix, String code) implements Identifier {
    /** What canonical keys of private codes begin with. */
    public static final String SCHEME = "private:";
    /** Most characters of a code. */
    public static final int MAX_CODE = 255;

    static PrivateCode parse(String given, Part part) {
        Part text = part.startsWith(SCHEME) ? part.from(SCHEME.length()) : part;
        int colon = text.text().indexOf(':');
        String prefix = colon < 0 ? text.text() : text.text().substring(0, colon);
        if (!isPrefix(prefix) || colon < 0) {
            int at = colon < 0 ? text.text().length() : 0;
            throw text.fault(IdentifierKind.PRIVATE, given, at, FaultReason.PRIVATE_PREFIX, prefix);
        }
        Part code = text.from(colon + 1);
        if (code.isEmpty()) {
            throw code.fault(IdentifierKind.PRIVATE, given, 0, FaultReason.EMPTY);
        }
        if (code.text().length() > MAX_CODE) {
            throw code.fault(
                    IdentifierKind.PRIVATE,
                    given,
                    MAX_CODE,
                    FaultReason.TOO_LONG,
                    MAX_CODE,
                    code.text().length());
        }
        for (int i = 0; i < code.text().length(); i++) {
            char c = code.text().charAt(i);
            if (Character.isISOControl(c)) {
                throw code.fault(
                        IdentifierKind.PRIVATE,
                        given,
                        i,
                        FaultReason.CONTROL_CHARACTER,
                        String.format("U+%04X", (int) c));
            }
        }
        return new PrivateCode(prefix, code.text());
    }

    /** True for what may stand before the colon: numbers joined by dots, at least two. */
    static boolean isPrefix(String text) {
        boolean hasDot = false;
        boolean afterDot = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' && !afterDot) {
                hasDot = true;
                afterDot = true;
            } else if (Part.isDigit(c)) {
                afterDot = false;
            } else {
                return false;
            }
        }
        return hasDot && !afterDot;
    }

    @Override
    public IdentifierKind kind() {
        return IdentifierKind.PRIVATE;
    }

    @Override
    public String canonical() {
        return SCHEME + prefix + ":" + code;
    }

    @Override
    public String format() {
        return prefix + ":" + code;
    }

    @Override
    public String toString() {
        return canonical();
    }
}
