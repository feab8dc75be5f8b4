// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.portrait;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tanma.carbon.factor.Quality;
import org.tanma.carbon.quantity.Dimension;
import org.tanma.carbon.quantity.Quantity;

/**
 * What the energy of a year is made of.
 *
 * <p>Shape: per carrier {@code energy}, {@code energy × coal equivalent}, {@code share = energy ÷ Σ energy}. Shares are of 1 and exact but for
 * the 34 digits of the division. An enterprise that passes on more of a carrier than it uses has no shares.
 *
 * @param lines largest first, one a carrier
 * @param energy all energy
 * @param standardCoal the same as mass of standard coal
 * @param quality the least established coal equivalent used
 */
public record EnergyMix(List<Line> lines, Quantity energy, Quantity standardCoal, Quality quality) {
    public EnergyMix {
        lines = List.copyOf(lines);
    }

    /** One carrier. */
    public record Line(EnergyCarrier carrier, Quantity energy, Quantity standardCoal) {}

    /** Adds the uses up; their order does not matter. Empty when there is none. */
    public static Optional<EnergyMix> of(List<EnergyUse> uses) {
        Map<String, List<EnergyUse>> byCarrier = new TreeMap<>();
        uses.forEach(use -> byCarrier
                .computeIfAbsent(use.carrier().activity(), key -> new ArrayList<>())
                .add(use));
        List<Line> lines = new ArrayList<>();
        Quality quality = Quality.OFFICIAL;
        for (List<EnergyUse> ofOne : byCarrier.values()) {
            EnergyCarrier carrier = ofOne.get(0).carrier();
            Quantity energy = ofOne.stream()
                    .map(EnergyUse::energy)
                    .sorted()
                    .reduce(Quantity.zero(Dimension.ENERGY), Quantity::plus);
            lines.add(new Line(carrier, energy, energy.times(carrier.coalEquivalent())));
            quality = quality.worse(carrier.quality());
        }
        lines.sort(Comparator.comparing(Line::energy).reversed());
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new EnergyMix(
                        lines,
                        lines.stream().map(Line::energy).reduce(Quantity.zero(Dimension.ENERGY), Quantity::plus),
                        lines.stream().map(Line::standardCoal).reduce(Quantity.zero(Dimension.MASS), Quantity::plus),
                        quality));
    }

    /** True when every carrier is used, none passed on in balance, and there is some energy: then parts have a share. */
    public boolean hasShares() {
        return energy.signum() > 0
                && lines.stream().noneMatch(line -> line.energy().signum() < 0);
    }

    /** Part of all energy that a line is, of 1; empty where there are no shares. */
    public Optional<BigDecimal> share(Line line) {
        return hasShares() ? Optional.of(part(line.energy())) : Optional.empty();
    }

    /** Part of all energy that a group is, of 1; empty where there are no shares. */
    public Optional<BigDecimal> share(CarrierGroup group) {
        return hasShares()
                ? Optional.of(part(lines.stream()
                        .filter(line -> line.carrier().group() == group)
                        .map(Line::energy)
                        .reduce(Quantity.zero(Dimension.ENERGY), Quantity::plus)))
                : Optional.empty();
    }

    private BigDecimal part(Quantity of) {
        return of.coherentAmount().divide(energy.coherentAmount(), MathContext.DECIMAL128);
    }
}
