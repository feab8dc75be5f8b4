// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.issue;

import java.math.BigDecimal;

/**
 * A number with its unit.
 *
 * @param value decimal text, as exact as its source
 * @param unit one of the constants here, or the unit's own symbol
 */
public record Figure(String value, String unit) {
    /** Tonnes of carbon dioxide equivalent. */
    public static final String T_CO2E = "t CO2e";
    /** Ten thousand yuan renminbi. */
    public static final String TEN_THOUSAND_CNY = "10k CNY";
    /** Tonnes of carbon dioxide equivalent per ten thousand yuan of value added. */
    public static final String T_CO2E_PER_TEN_THOUSAND_CNY = "t CO2e/10k CNY";

    public Figure {
        decimal(value);
        if (unit.isBlank()) {
            throw new IllegalArgumentException("figure " + value + " has no unit");
        }
    }

    BigDecimal decimal() {
        return decimal(value);
    }

    static BigDecimal decimal(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is not a decimal number", e);
        }
    }

    Figure require(String wanted, String what) {
        if (!unit.equals(wanted)) {
            throw new IllegalArgumentException(what + " is in '" + unit + "'; it must be in '" + wanted + "'");
        }
        return this;
    }
}
