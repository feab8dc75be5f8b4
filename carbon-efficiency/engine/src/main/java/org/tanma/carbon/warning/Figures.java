// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.warning;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Figures as sentences say them: three or four digits, never in exponent form. */
final class Figures {
    private static final MathContext SAID = new MathContext(4, RoundingMode.HALF_UP);

    private Figures() {}

    static String said(BigDecimal figure) {
        BigDecimal rounded = figure.precision() - figure.scale() >= SAID.getPrecision()
                ? figure.setScale(0, RoundingMode.HALF_UP)
                : figure.round(SAID);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
