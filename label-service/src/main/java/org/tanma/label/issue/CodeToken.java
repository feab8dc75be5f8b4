// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.issue;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The part of a code's address that cannot be guessed: 20 characters of Crockford's Base32, 100 random bits.
 *
 * @param text in upper case, without I, L, O and U
 */
public record CodeToken(String text) {
    /** Characters in a token. */
    public static final int LENGTH = 20;

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final Pattern SHAPE = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");

    public CodeToken {
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a code of " + LENGTH + " characters");
        }
    }

    /** A new one; {@code random} must be cryptographically strong. */
    static CodeToken draw(RandomGenerator random) {
        StringBuilder text = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new CodeToken(text.toString());
    }

    /** Reads what a person typed: case, hyphens and blanks do not matter, O reads as 0, I and L as 1. Empty when it is none. */
    public static Optional<CodeToken> parse(String typed) {
        String text = typed.replace("-", "")
                .replace(" ", "")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return SHAPE.matcher(text).matches() ? Optional.of(new CodeToken(text)) : Optional.empty();
    }

    /** In groups of five, as people read it aloud; {@link #parse} takes it back. */
    public String spaced() {
        return text.replaceAll("(.{5})(?!$)", "$1 ");
    }

    @Override
    public String toString() {
        return text;
    }
}
