// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.quantity;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * A decimal amount of a unit.
 *
 * <p>Range: at most 1000 digits on either side of the point. Shape: trailing zeros are dropped, so equal figures in equal units are equal objects. Arithmetic is {@link
 * MathContext#DECIMAL128} (34 digits); nothing else rounds. Products and quotients come out in coherent units; sums keep
 * the unit of the left side. Immutable, thread-safe. Errors: {@link DimensionMismatchException} where the dimensions do not
 * fit.
 */
public final class Quantity implements Comparable<Quantity> {
    /** Digits before or after the point: far beyond any reading, and short enough to print. */
    private static final int LARGEST_SCALE = 1000;

    private static final MathContext PRECISION = MathContext.DECIMAL128;

    private final BigDecimal amount;
    private final Unit unit;

    /** Found when first asked for; finding it twice does no harm. */
    private @Nullable BigDecimal coherentAmount;

    /**
     * @param amount any finite decimal
     * @param unit its unit
     */
    public Quantity(BigDecimal amount, Unit unit) {
        if (Math.abs((long) amount.scale()) > LARGEST_SCALE || amount.precision() > LARGEST_SCALE) {
            throw new IllegalArgumentException("a figure has at most " + LARGEST_SCALE + " digits on either side");
        }
        this.amount = TrailingZeros.strip(amount);
        this.unit = unit;
    }

    /** The decimal, without trailing zeros. */
    public BigDecimal amount() {
        return amount;
    }

    public Unit unit() {
        return unit;
    }

    /** Whether the figure has at most that many digits before and after the point together and apart. */
    public boolean hasAtMostDigits(int digits) {
        return Math.abs(amount.scale()) <= digits && amount.precision() <= digits;
    }

    /** A quantity from decimal text such as {@code "389.31"}. */
    public static Quantity of(String amount, Unit unit) {
        return new Quantity(new BigDecimal(amount), unit);
    }

    /** Zero in the coherent unit of a dimension. */
    public static Quantity zero(Dimension dimension) {
        return new Quantity(BigDecimal.ZERO, Unit.coherent(dimension));
    }

    public Dimension dimension() {
        return unit.dimension();
    }

    /** The amount in the coherent unit of its dimension. */
    public BigDecimal coherentAmount() {
        BigDecimal known = coherentAmount;
        if (known == null) {
            boolean isItself = unit.isCoherent() && amount.precision() <= PRECISION.getPrecision();
            known = isItself ? amount : amount.multiply(unit.coherentFactor(), PRECISION);
            coherentAmount = known;
        }
        return known;
    }

    /** The same quantity in another unit of the same dimension. */
    public Quantity in(Unit target) {
        if (target.equals(unit)) {
            return this;
        }
        requireSameDimension(target);
        if (target.isCoherent()) {
            return new Quantity(coherentAmount(), target);
        }
        return new Quantity(coherentAmount().divide(target.coherentFactor(), PRECISION), target);
    }

    public Quantity plus(Quantity other) {
        return new Quantity(amount.add(other.in(unit).amount, PRECISION), unit);
    }

    public Quantity minus(Quantity other) {
        return plus(other.negated());
    }

    public Quantity times(Quantity other) {
        return coherent(
                coherentAmount().multiply(other.coherentAmount(), PRECISION),
                dimension().times(other.dimension()));
    }

    /** The quotient; the divisor must not be zero. */
    public Quantity dividedBy(Quantity other) {
        return coherent(
                coherentAmount().divide(other.coherentAmount(), PRECISION),
                dimension().per(other.dimension()));
    }

    public Quantity negated() {
        return new Quantity(amount.negate(), unit);
    }

    /** -1, 0 or 1. */
    public int signum() {
        return amount.signum();
    }

    /** Compares what is measured, whatever the units: 1 t equals 1000 kg here (but not in {@code equals}). */
    @Override
    public int compareTo(Quantity other) {
        requireSameDimension(other.unit);
        return coherentAmount().compareTo(other.coherentAmount());
    }

    private void requireSameDimension(Unit other) {
        if (!dimension().equals(other.dimension())) {
            throw new DimensionMismatchException(unit, other);
        }
    }

    private static Quantity coherent(BigDecimal amount, Dimension dimension) {
        return new Quantity(amount, Unit.coherent(dimension));
    }

    /** Plain decimal text of the amount, never in exponent form. */
    public String amountText() {
        return amount.toPlainString();
    }

    /** Equal figures in equal units; see {@link #compareTo} for figures in different ones. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof Quantity quantity && amount.equals(quantity.amount) && unit.equals(quantity.unit);
    }

    @Override
    public int hashCode() {
        return 31 * amount.hashCode() + unit.hashCode();
    }

    @Override
    public String toString() {
        return amountText() + " " + unit.symbol();
    }
}
