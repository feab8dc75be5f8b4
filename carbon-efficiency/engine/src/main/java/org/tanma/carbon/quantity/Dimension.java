// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.quantity;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A product of powers of {@link BaseKind}s, for example energy per mass.
 *
 * <p>Shape: exponent per kind; kinds with exponent 0 are left out, so {@link #NONE} is the empty map and equality is
 * physical equality.
 *
 * @param exponents exponents other than 0 by kind
 */
public record Dimension(Map<BaseKind, Integer> exponents) {
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

    public Dimension {
        EnumMap<BaseKind, Integer> kept = new EnumMap<>(BaseKind.class);
        exponents.forEach((kind, exponent) -> {
            if (exponent != 0) {
                kept.put(kind, exponent);
            }
        });
        exponents = Map.copyOf(kept);
    }

    /** The dimension of one kind. */
    public static Dimension of(BaseKind kind) {
        return new Dimension(Map.of(kind, 1));
    }

    /** This times the other. */
    public Dimension times(Dimension other) {
        return combine(other, 1);
    }

    /** This divided by the other. */
    public Dimension per(Dimension other) {
        return combine(other, -1);
    }

    private Dimension combine(Dimension other, int sign) {
        Map<BaseKind, Integer> sum = new EnumMap<>(BaseKind.class);
        sum.putAll(exponents);
        other.exponents.forEach((kind, exponent) -> sum.merge(kind, sign * exponent, Integer::sum));
        return new Dimension(sum);
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
    public String toString() {
        return coherentSymbol();
    }
}
