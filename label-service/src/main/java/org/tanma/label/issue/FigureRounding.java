// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.issue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/**
 * The one rounding between an exact result and a code.
 *
 * <p>Rule {@value #NAME}: three significant digits, half to even; where the rounded figure would fall on the other side of a
 * bound than the exact one (or onto it from above), one digit more at a time until it does not. Sums are not adjusted: each
 * figure is rounded from its own exact value.
 */
final class FigureRounding {
    /** Stands in every code, so that a reader knows how its figures were made. */
    static final String NAME = "label.compose/3-significant-half-even";

    private static final int DIGITS = 3;

    private FigureRounding() {}

    static Figure round(Figure exact, List<String> bounds) {
        return new Figure(round(exact.value(), bounds), exact.unit());
    }

    static String round(String exact, List<String> bounds) {
        BigDecimal value = Figure.decimal(exact);
        for (int digits = DIGITS; digits < value.precision(); digits++) {
            BigDecimal rounded = value.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (bounds.stream().map(Figure::decimal).allMatch(b -> isOver(rounded, b) == isOver(value, b))) {
                return rounded.toPlainString();
            }
        }
        return value.toPlainString();
    }

    private static boolean isOver(BigDecimal value, BigDecimal bound) {
        return value.compareTo(bound) > 0;
    }
}
