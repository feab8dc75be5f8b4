// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.data;

import java.math.BigDecimal;
import java.math.MathContext;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.quantity.Unit;

/** Reads a figure that may be written as a ratio of two decimals, such as {@code 44/12}. */
final class Ratio {
    private Ratio() {}

    static Quantity quantity(String text, Unit unit, String place) {
        try {
            int solidus = text.indexOf('/');
            BigDecimal value = solidus < 0
                    ? new BigDecimal(text)
                    : new BigDecimal(text.substring(0, solidus).strip())
                            .divide(new BigDecimal(text.substring(solidus + 1).strip()), MathContext.DECIMAL128);
            return new Quantity(value, unit);
        } catch (ArithmeticException | NumberFormatException e) {
            throw new EditionFormatException(place, "'" + text + "' is not a decimal or a ratio of two", e);
        }
    }
}
