// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.grading;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * A quotient that is not formed: comparisons with it are exact.
 *
 * @param numerator any decimal
 * @param denominator above zero
 */
public record Fraction(BigDecimal numerator, BigDecimal denominator) implements Comparable<Fraction> {
    public Fraction {
        if (denominator.signum() <= 0) {
            throw new IllegalArgumentException("denominator must be above zero: " + denominator);
        }
    }

    /** The quotient, to 34 digits. */
    public BigDecimal value() {
        return numerator.divide(denominator, MathContext.DECIMAL128);
    }

    /** {@code this + share × (other − this)}, exact. */
    Fraction towards(Fraction other, BigDecimal share) {
        BigDecimal own = numerator.multiply(other.denominator).multiply(BigDecimal.ONE.subtract(share));
        BigDecimal others = other.numerator.multiply(denominator).multiply(share);
        return new Fraction(own.add(others), denominator.multiply(other.denominator));
    }

    @Override
    public int compareTo(Fraction other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }
}
