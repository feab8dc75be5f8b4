// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.inventory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.method.Gas;
import org.tanma.carbon.method.LazyList;
import org.tanma.carbon.method.TraceNode;
import org.tanma.carbon.quantity.Dimension;
import org.tanma.carbon.quantity.Quantity;

/** Adds computed sources up to an inventory. All sums run in the order of source, activity and period. */
final class InventoryAssembler {
    private final InventoryRequest request;
    private final ResolvedBasis basis;
    private final ActivityNames names;
    private final Quantity gwp;

    InventoryAssembler(InventoryRequest request, ResolvedBasis basis, ActivityNames names) {
        this.request = request;
        this.basis = basis;
        this.names = names;
        this.gwp = basis.co2Gwp().factor().value();
    }

    Inventory assemble(List<CalculatedSource> all) {
        List<CalculatedSource> sources =
                all.stream().filter(source -> !source.term().isValueChain()).toList();
        List<CalculatedSource> elsewhere =
                all.stream().filter(source -> source.term().isValueChain()).toList();
        @Nullable
        ValueChain valueChain = elsewhere.isEmpty()
                ? null
                : new ValueChainAssembler(request.year(), names, new TraceBuilder(basis, names)).assemble(elsewhere);
        InventoryTotals totals = totals(sources, valueChain);
        TraceNode trace = new TraceBuilder(basis, names).build(sources, totals.total());
        FactorsUsed used = FactorsUsed.of(basis, sources);
        return new Inventory(
                request,
                basis.method().ref(),
                basis.fuelSet(),
                basis.gwpSet(),
                basis.places().get(0),
                totals,
                LazyList.of(() -> sourceTotals(sources, totals.total())),
                LazyList.of(() -> periodTotals(sources)),
                intensity(totals),
                used.matches(),
                used.quality(),
                request.absentTerms().stream().sorted().toList(),
                basis.method().notCovered(),
                used.notices(),
                trace,
                valueChain);
    }

    private InventoryTotals totals(List<CalculatedSource> sources, @Nullable ValueChain valueChain) {
        ScopeSums scopes = ScopeSums.of(basis, sources);
        return new InventoryTotals(
                scopes.total(),
                scopes.direct(),
                scopes.purchased(),
                sum(sources, source -> source.term().isEnergyRelated()),
                sum(sources, source -> !source.term().isEnergyRelated()),
                memo(sources, Dimension.CO2, reading -> reading.computed().biogenicCo2()),
                memo(
                        sources.stream()
                                .filter(source -> source.term().scope() == 1)
                                .toList(),
                        Dimension.ENERGY,
                        reading -> reading.computed().energy()),
                LazyList.of(() -> gases(sources)),
                valueChain == null ? null : valueChain.total());
    }

    private List<GasTotal> gases(List<CalculatedSource> sources) {
        Quantity co2 = sum(sources, source -> true);
        Map<Gas, GasTotal> others = new EnumMap<>(Gas.class);
        for (CalculatedSource source : sources) {
            for (CalculatedReading reading : source.readings()) {
                for (CalculatedReading.Weighted gas : reading.otherGases()) {
                    others.merge(
                            gas.amount().gas(),
                            new GasTotal(
                                    gas.amount().gas(),
                                    source.signed(gas.amount().massT()),
                                    source.signed(gas.co2e())),
                            (a, b) -> new GasTotal(
                                    a.gas(), a.mass().plus(b.mass()), a.co2e().plus(b.co2e())));
                }
            }
        }
        List<GasTotal> all = new ArrayList<>(List.of(new GasTotal(Gas.CO2, co2, co2.times(gwp))));
        all.addAll(others.values());
        return all;
    }

    private static Quantity sum(List<CalculatedSource> sources, Predicate<CalculatedSource> chosen) {
        return sources.stream()
                .filter(chosen)
                .flatMap(source -> source.readings().stream().map(source::signedCo2))
                .reduce(Quantity.zero(Dimension.CO2), Quantity::plus);
    }

    private static Quantity memo(
            List<CalculatedSource> sources, Dimension dimension, Function<CalculatedReading, @Nullable Quantity> part) {
        Quantity sum = Quantity.zero(dimension);
        for (CalculatedSource source : sources) {
            for (CalculatedReading reading : source.readings()) {
                Quantity known = part.apply(reading);
                sum = known == null ? sum : sum.plus(source.signed(known));
            }
        }
        return sum;
    }

    private List<SourceTotal> sourceTotals(List<CalculatedSource> sources, Quantity total) {
        return sources.stream()
                .map(source -> sourceTotal(source, total))
                .sorted(Comparator.comparing(SourceTotal::emission, Comparator.reverseOrder())
                        .thenComparing(SourceTotal::source)
                        .thenComparing(SourceTotal::activity))
                .toList();
    }

    private SourceTotal sourceTotal(CalculatedSource calculated, Quantity total) {
        List<PeriodTotal> periods = new ArrayList<>();
        Quantity emission = Quantity.zero(Dimension.CO2E);
        @Nullable Quantity amount = null;
        for (CalculatedReading reading : calculated.readings()) {
            Quantity part = calculated.signedEmission(reading, gwp);
            periods.add(new PeriodTotal(reading.entry().period(), part));
            emission = emission.plus(part);
            amount = amount == null
                    ? reading.entry().amount()
                    : amount.plus(reading.entry().amount());
        }
        SourceReadings source = calculated.source();
        return new SourceTotal(
                source.source(),
                source.activity(),
                names.label(calculated.term().label(), source.activity().item()),
                calculated.term().scope(),
                amount == null ? Quantity.zero(Dimension.NONE) : amount,
                emission,
                total.signum() == 0 ? Quantity.zero(Dimension.NONE) : emission.dividedBy(total),
                periods);
    }

    private List<PeriodTotal> periodTotals(List<CalculatedSource> sources) {
        Map<ActivityPeriod, Quantity> byPeriod = new TreeMap<>();
        for (CalculatedSource source : sources) {
            for (CalculatedReading reading : source.readings()) {
                byPeriod.merge(reading.entry().period(), source.signedEmission(reading, gwp), Quantity::plus);
            }
        }
        return byPeriod.entrySet().stream()
                .map(entry -> new PeriodTotal(entry.getKey(), entry.getValue()))
                .toList();
    }

    private @Nullable Intensity intensity(InventoryTotals totals) {
        Quantity level = request.activityLevel();
        return level == null
                ? null
                : new Intensity(
                        level,
                        totals.scope1().dividedBy(level),
                        totals.scope2().dividedBy(level),
                        totals.total().dividedBy(level));
    }
}
