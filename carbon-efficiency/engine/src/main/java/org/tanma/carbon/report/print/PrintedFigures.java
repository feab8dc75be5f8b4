// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.report.print;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.tanma.carbon.quantity.Quantity;

/** How figures are printed: the only place of a report that rounds, half up. */
final class PrintedFigures {
    /** Emissions, in coherent units. */
    private static final int MASS_DECIMALS = 2;

    private static final MathContext RATIO = new MathContext(6, RoundingMode.HALF_UP);
    private static final MathContext PLAIN = new MathContext(10, RoundingMode.HALF_UP);
    private static final int GROUP = 3;

    private PrintedFigures() {}

    /** An emission to 0.01 of its coherent unit, without the unit. */
    static String mass(Quantity quantity) {
        return grouped(quantity.coherentAmount().setScale(MASS_DECIMALS, RoundingMode.HALF_UP));
    }

    /** The coherent unit of an emission. */
    static String massUnit(Quantity quantity) {
        return unit(quantity.dimension().coherentSymbol());
    }

    /** A quotient to 6 significant digits. */
    static String ratio(BigDecimal value) {
        return grouped(stripped(value.round(RATIO)));
    }

    /** A figure in its own unit to 10 significant digits, without the unit. */
    static String plain(Quantity quantity) {
        return grouped(stripped(quantity.amount().round(PLAIN)));
    }

    /** The unit of a figure; nothing for a pure number. */
    static String unitOf(Quantity quantity) {
        String symbol = quantity.unit().symbol();
        return symbol.equals("1") ? "" : unit(symbol);
    }

    static String percent(Quantity share) {
        return share.coherentAmount()
                        .movePointRight(2)
                        .setScale(2, RoundingMode.HALF_UP)
                        .toPlainString()
                + " %";
    }

    /** A unit as people write it. */
    static String unit(String symbol) {
        return symbol.replace("CNY10k", "10⁴ CNY");
    }

    private static BigDecimal stripped(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static String grouped(BigDecimal value) {
        String text = value.abs().toPlainString();
        int point = text.indexOf('.');
        String whole = point < 0 ? text : text.substring(0, point);
        StringBuilder grouped = new StringBuilder(value.signum() < 0 ? "−" : "");
        for (int i = 0; i < whole.length(); i++) {
            if (i > 0 && (whole.length() - i) % GROUP == 0) {
                grouped.append(',');
            }
            grouped.append(whole.charAt(i));
        }
        return grouped.append(point < 0 ? "" : text.substring(point)).toString();
    }
}
