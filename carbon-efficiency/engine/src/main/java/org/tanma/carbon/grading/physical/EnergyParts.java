// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.grading.physical;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.factor.Factor;
import org.tanma.carbon.grading.physical.PhysicalGrade.EnergyPart;
import org.tanma.carbon.quantity.Dimension;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.quantity.Unit;
import org.tanma.carbon.quantity.UnitCatalog;

/** Adds up the energy of readings by source and carrier, each by the share of it that a product took. */
final class EnergyParts {
    private final List<EnergyPart> lines = new ArrayList<>();
    private final Quantity exact;
    private final Unit unit;

    /**
     * @param used the energy of each reading
     * @param shares the part of each source, by source; empty for all of everything
     * @param level a row of the levels compared with, whose unit is used
     */
    EnergyParts(List<EnergyUse.Used> used, Map<String, BigDecimal> shares, Factor level, UnitCatalog units) {
        this.unit = ReferenceLines.numerator(level, units);
        Map<String, List<EnergyUse.Used>> groups = new TreeMap<>();
        for (EnergyUse.Used each : used) {
            String key = each.entry().source() + "\n" + each.carrier() + "\n"
                    + each.entry().activity();
            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(each);
        }
        Quantity sum = Quantity.zero(Dimension.ENERGY);
        for (List<EnergyUse.Used> group : groups.values()) {
            BigDecimal share = shares.getOrDefault(group.get(0).entry().source(), BigDecimal.ONE);
            Quantity energy = Quantity.zero(Dimension.ENERGY);
            for (EnergyUse.Used each : group) {
                energy = energy.plus(each.energy());
            }
            Quantity counted = energy.times(new Quantity(share, Unit.ONE));
            sum = sum.plus(counted);
            lines.add(line(group, share, energy, counted.in(unit)));
        }
        this.exact = sum;
    }

    private static EnergyPart line(List<EnergyUse.Used> group, BigDecimal share, Quantity energy, Quantity counted) {
        Quantity amount = group.stream()
                .map(each -> each.entry().amount())
                .reduce(Quantity::plus)
                .orElseThrow(() -> new IllegalStateException("a group has a reading"));
        TreeSet<String> origins = new TreeSet<>();
        group.stream()
                .map(EnergyUse.Used::origin)
                .filter(text -> !text.isEmpty())
                .forEach(origins::add);
        boolean isDelivered = energy.signum() < 0;
        @Nullable
        Quantity coefficient = amount.signum() == 0 || origins.isEmpty()
                ? null
                : (isDelivered ? energy.negated() : energy).dividedBy(amount);
        return new EnergyPart(
                group.get(0).entry().source(),
                group.get(0).carrier(),
                isDelivered ? amount.negated() : amount,
                share,
                coefficient,
                String.join("; ", origins),
                counted);
    }

    /** Sorted by source and carrier. */
    List<EnergyPart> lines() {
        return lines;
    }

    /** In the unit of the levels' numerator. */
    Quantity total() {
        return exact.in(unit);
    }

    /** The same in GJ, before any change of unit: what bounds are compared with. */
    Quantity exact() {
        return exact;
    }
}
