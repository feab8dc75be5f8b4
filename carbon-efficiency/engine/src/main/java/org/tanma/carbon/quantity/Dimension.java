// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.quantity;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A product of powers of {@link BaseKind}s, for example energy per mass.
 *
 * <p>Shape: exponent per kind; kinds with exponent 0 are left out, so {@link #NONE} is the empty map and equality is
 * physical equality. Products and quotients once formed are remembered, for calculations form the same few again and again.
 * Immutable, thread-safe.
 */
public final class Dimension {
    /** Most products remembered by one dimension; calculations need about a dozen. */
    private static final int MOST_REMEMBERED = 128;

    /** Of a pure number, a share, a percentage. */
    public static final Dimension NONE = new Dimension(Map.of());

    public static final Dimension MASS = of(BaseKind.MASS);
    public static final Dimension CARBON = of(BaseKind.CARBON);
    public static final Dimension CO2 = of(BaseKind.CO2);
    public static final Dimension CO2E = of(BaseKind.CO2E);
    public static final Dimension ENERGY = of(BaseKind.ENERGY);
    public static final Dimension NORMAL_VOLUME = of(BaseKind.NORMAL_VOLUME);
    public static final Dimension VOLUME = of(BaseKind.VOLUME);
    public static final Dimension MONEY = of(BaseKind.MONEY);

    private final Map<BaseKind, Integer> exponents;
    private final int hash;
    private final Map<Dimension, Dimension> products = new ConcurrentHashMap<>();
    private final Map<Dimension, Dimension> quotients = new ConcurrentHashMap<>();
    private volatile @Nullable Unit coherentUnit;

    /** @param exponents exponents by kind; those of 0 are dropped */
    public Dimension(Map<BaseKind, Integer> exponents) {
        EnumMap<BaseKind, Integer> kept = new EnumMap<>(BaseKind.class);
        exponents.forEach((kind, exponent) -> {
            if (exponent != 0) {
                kept.put(kind, exponent);
            }
        });
        this.exponents = Map.copyOf(kept);
        // By ordinal, not by the identity of enum constants, so that it is the same in every run.
        int sum = 0;
        for (Map.Entry<BaseKind, Integer> entry : kept.entrySet()) {
            sum = 31 * (31 * sum + entry.getKey().ordinal()) + entry.getValue();
        }
        this.hash = sum;
    }

    /** The dimension of one kind. */
    public static Dimension of(BaseKind kind) {
        return new Dimension(Map.of(kind, 1));
    }

    /** Exponents other than 0 by kind. */
    public Map<BaseKind, Integer> exponents() {
        return exponents;
    }

    /** This times the other. */
    public Dimension times(Dimension other) {
        return remembered(products, other, 1);
    }

    /** This divided by the other. */
    public Dimension per(Dimension other) {
        return remembered(quotients, other, -1);
    }

    private Dimension remembered(Map<Dimension, Dimension> formed, Dimension other, int sign) {
        Dimension known = formed.get(other);
        if (known != null) {
            return known;
        }
        Dimension combined = combine(other, sign);
        if (formed.size() < MOST_REMEMBERED) {
            formed.putIfAbsent(other, combined);
        }
        return combined;
    }

    private Dimension combine(Dimension other, int sign) {
        Map<BaseKind, Integer> sum = new EnumMap<>(BaseKind.class);
        sum.putAll(exponents);
        other.exponents.forEach((kind, exponent) -> sum.merge(kind, sign * exponent, Integer::sum));
        return new Dimension(sum);
    }

    /** The unit with factor 1. */
    Unit coherentUnit() {
        Unit known = coherentUnit;
        if (known == null) {
            known = new Unit(coherentSymbol(), this, BigDecimal.ONE);
            coherentUnit = known;
        }
        return known;
    }

    /** The symbol of the coherent unit: {@code GJ/t}, {@code tCO2/(GJ·h)}, {@code 1} for a pure number. */
    public String coherentSymbol() {
        String above = symbols(1);
        String below = symbols(-1);
        if (below.isEmpty()) {
            return above.isEmpty() ? "1" : above;
        }
        return (above.isEmpty() ? "1" : above) + "/" + (below.contains("·") ? "(" + below + ")" : below);
    }

    private String symbols(int sign) {
        EnumMap<BaseKind, Integer> sorted = new EnumMap<>(BaseKind.class);
        sorted.putAll(exponents);
        return sorted.entrySet().stream()
                .filter(entry -> entry.getValue() * sign > 0)
                .map(entry -> symbol(entry.getKey(), Math.abs(entry.getValue())))
                .collect(Collectors.joining("·"));
    }

    private static String symbol(BaseKind kind, int exponent) {
        return exponent == 1 ? kind.coherentSymbol() : kind.coherentSymbol() + "^" + exponent;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof Dimension dimension
                        && hash == dimension.hash
                        && exponents.equals(dimension.exponents);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return coherentSymbol();
    }
}
