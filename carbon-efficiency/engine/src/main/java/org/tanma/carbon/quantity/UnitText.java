// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.quantity;

import java.text.Normalizer;

/** Brings the typographic variants of one unit text to one form. */
final class UnitText {
    private UnitText() {}

    /** {@code "10⁴ Nm³"} → {@code "10^4Nm3"}; a superscript after digits becomes a power before it can merge with them. */
    static String normalise(String text) {
        String powers = text.replace("10⁴", "10^4").replace("10³", "10^3").replace("10⁶", "10^6");
        String plain = Normalizer.normalize(powers, Normalizer.Form.NFKC);
        StringBuilder kept = new StringBuilder(plain.length());
        plain.codePoints()
                .filter(point -> !Character.isWhitespace(point) && !Character.isSpaceChar(point))
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
