// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.oid;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A Unicode label of a node: letters and digits of any script with hyphens between them, not digits alone, at most {@value
 * #MOST_DNS} characters once DNS writes it ({@code xn--…}); narrower than ITU-T X.660, since DNS has to carry it.
 *
 * @param key how DNS writes it, in small letters: by this two are compared
 */
record OidLabel(String text, String key) {
    static final int MOST_DNS = 63;
    /** The name of the name server stands beside the labels. */
    static final String NAME_SERVER = "ns";
    /** What a label looks like in DNS, in any case. */
    static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]{1,63}");

    /** The label, in Unicode normalisation form C; nothing when it is none. */
    static Optional<OidLabel> parse(String given) {
        if (given.length() > MOST_DNS) {
            return Optional.empty();
        }
        String text = Normalizer.normalize(given, Normalizer.Form.NFC);
        boolean isSound = !text.isEmpty()
                && !text.startsWith("-")
                && !text.endsWith("-")
                && text.codePoints().allMatch(c -> c == '-' || Character.isLetterOrDigit(c))
                && !text.chars().allMatch(c -> c >= '0' && c <= '9')
                && !text.regionMatches(true, 2, "--", 0, 2);
        if (!isSound) {
            return Optional.empty();
        }
        return key(text).filter(key -> !key.equals(NAME_SERVER)).map(key -> new OidLabel(text, key));
    }

    private static Optional<String> key(String text) {
        try {
            String key = IDN.toASCII(text, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            return key.isEmpty() || key.length() > MOST_DNS ? Optional.empty() : Optional.of(key);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
