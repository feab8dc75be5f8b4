// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.quantity;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * A named measure of one dimension.
 *
 * @param symbol as written, for example {@code GJ/10^4Nm3}
 * @param dimension what it measures
 * @param coherentFactor how many coherent units one of it is; positive, exact for every simple unit shipped
 */
public record Unit(String symbol, Dimension dimension, BigDecimal coherentFactor) {
    /** Of pure numbers. */
    public static final Unit ONE = coherent(Dimension.NONE);

    public Unit {
        if (coherentFactor.signum() <= 0) {
            throw new IllegalArgumentException("the factor of unit " + symbol + " must be positive: " + coherentFactor);
        }
        coherentFactor = coherentFactor.stripTrailingZeros();
    }

    /** The unit with factor 1 of a dimension. */
    public static Unit coherent(Dimension dimension) {
        return dimension.coherentUnit();
    }

    /** Whether its factor is 1. */
    boolean isCoherent() {
        return coherentFactor.equals(BigDecimal.ONE);
    }

    /** This unit times another, written {@code this·other}. */
    public Unit times(Unit other) {
        return new Unit(
                symbol + "·" + other.symbol,
                dimension.times(other.dimension),
                coherentFactor.multiply(other.coherentFactor, MathContext.DECIMAL128));
    }

    /** This unit per another, written {@code this/other}, or {@code this/(a·b)}. */
    public Unit per(Unit other) {
        return new Unit(
                symbol + "/" + (other.symbol.contains("·") ? "(" + other.symbol + ")" : other.symbol),
                dimension.per(other.dimension),
                coherentFactor.divide(other.coherentFactor, MathContext.DECIMAL128));
    }

    @Override
    public String toString() {
        return symbol;
    }
}
