// SPDX-License-Identifier: Apache-2.0
package org.tanma.identifier;

import java.util.Locale;

/**
 * An Ecode: version, number system (NSI), master data (MD).
 *
 * <p>Shape by version: 0 hexadecimal, NSI 2, MD to 61 (8 and at most 244 bits, reserved for what GS1 has); 1 decimal, NSI
 * 4, MD 1 to 20; 2 decimal, NSI 4, MD 1 to 28; 3 letters and digits, NSI 5, MD 1 to 39; 4 any text, NSI 5, MD 1 to {@value
 * #MAX_TEXT}. Read from {@code ecode:…}, {@code E=…}, addresses that end in {@code /E=…}, and bare digits of versions 1 and
 * 2. Canonical: {@code ecode:} and the code; letters keep their case, hexadecimal digits become capitals. Source: GB/T 31866;
 * the lengths are those remembered of its edition of 2015, docs/api/resolve.md says which.
 *
 * @param version 0 to 4
 * @param system which numbering the master data follows
 * @param master what that numbering says
 */
public record Ecode(int version, String system, String master) implements Identifier {
    /** What canonical keys of Ecodes begin with. */
    public static final String SCHEME = "ecode:";
    /** Most characters of master data in version 4; the standard sets no limit, this reader must. */
    public static final int MAX_TEXT = 255;

    private static final int VERSIONS = 5;
    private static final int[] SYSTEM = {2, 4, 4, 5, 5};
    private static final int[] MASTER = {61, 20, 28, 39, MAX_TEXT};

    static Ecode parse(String given, Part code) {
        String text = code.text();
        if (text.isEmpty()) {
            throw code.fault(IdentifierKind.ECODE, given, 0, FaultReason.EMPTY);
        }
        int version = text.charAt(0) - '0';
        if (version < 0 || version >= VERSIONS) {
            throw code.fault(IdentifierKind.ECODE, given, 0, FaultReason.ECODE_VERSION, code.shown(0));
        }
        int characters = text.length() - 1;
        int least = SYSTEM[version] + 1;
        int most = SYSTEM[version] + MASTER[version];
        if (characters < least || characters > most) {
            throw code.fault(
                    IdentifierKind.ECODE,
                    given,
                    Math.min(text.length(), most + 1),
                    FaultReason.ECODE_LENGTH,
                    characters,
                    least + "–" + most,
                    version);
        }
        for (int i = 1; i < text.length(); i++) {
            check(given, code, i, version);
        }
        String shape = version == 0 ? text.toUpperCase(Locale.ROOT) : text;
        return new Ecode(version, shape.substring(1, least), shape.substring(least));
    }

    private static void check(String given, Part code, int at, int version) {
        char c = code.text().charAt(at);
        if (Character.isISOControl(c)) {
            throw code.fault(
                    IdentifierKind.ECODE, given, at, FaultReason.CONTROL_CHARACTER, String.format("U+%04X", (int) c));
        }
        if (version == 0 && (Character.digit(c, 16) < 0 || c > 'f')) {
            throw code.fault(IdentifierKind.ECODE, given, at, FaultReason.NOT_HEXADECIMAL, code.shown(at));
        }
        if ((version == 1 || version == 2) && !Part.isDigit(c)) {
            throw Digits.notADigit(IdentifierKind.ECODE, given, code, at);
        }
        boolean isPlain = version != 3 && at > SYSTEM[version];
        if (version >= 3 && !isPlain && !Part.isLetterOrDigit(c)) {
            throw code.fault(IdentifierKind.ECODE, given, at, FaultReason.NOT_ALPHANUMERIC, code.shown(at));
        }
    }

    /** True when digits of this length can be a version 1 or 2 code. */
    static boolean isPlausible(String digits) {
        int length = digits.length();
        return digits.startsWith("1") && length >= 6 && length <= 25
                || digits.startsWith("2") && length >= 6 && length <= 33;
    }

    @Override
    public IdentifierKind kind() {
        return IdentifierKind.ECODE;
    }

    /** Version, number system and master data, nothing between them. */
    @Override
    public String format() {
        return SCHEME + version + system + master;
    }

    @Override
    public String canonical() {
        return format();
    }

    @Override
    public String toString() {
        return canonical();
    }
}
