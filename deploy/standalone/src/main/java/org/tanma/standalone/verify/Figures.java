// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.verify;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.tanma.carbon.quantity.Quantity;

/** How figures are written for people. */
final class Figures {
    /** More than any meter or report has, and short enough to read. */
    static final int DIGITS = 12;

    private static final int PERCENT_DECIMALS = 2;
    private static final MathContext ROUNDED = new MathContext(DIGITS, RoundingMode.HALF_UP);

    private Figures() {}

    /** Rounded half up to {@value #DIGITS} significant digits, with its unit. */
    static String rounded(Quantity quantity) {
        return exact(new Quantity(quantity.amount().round(ROUNDED), quantity.unit()));
    }

    /** All digits, with the unit unless it is a pure number. */
    static String exact(Quantity quantity) {
        return quantity.unit().symbol().equals("1") ? quantity.amountText() : quantity.toString();
    }

    /** Plain decimal text of all digits. */
    static String exact(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    /** A share of one in per cent, rounded half up to {@value #PERCENT_DECIMALS} decimals. */
    static String percent(Quantity share) {
        return share.coherentAmount()
                        .movePointRight(2)
                        .setScale(PERCENT_DECIMALS, RoundingMode.HALF_UP)
                        .toPlainString()
                + " %";
    }
}
