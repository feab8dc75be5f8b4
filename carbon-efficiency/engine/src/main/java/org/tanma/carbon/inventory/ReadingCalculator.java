// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.inventory;

import static org.tanma.carbon.inventory.Missing.Reason.DIMENSION;
import static org.tanma.carbon.inventory.Missing.Reason.FACTOR;
import static org.tanma.carbon.inventory.Missing.Reason.RANGE;
import static org.tanma.carbon.inventory.Missing.Reason.TERM;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tanma.carbon.factor.FactorCatalog;
import org.tanma.carbon.factor.FactorMatch;
import org.tanma.carbon.method.Calculation;
import org.tanma.carbon.method.Computed;
import org.tanma.carbon.method.GasAmount;
import org.tanma.carbon.method.MethodTerm;
import org.tanma.carbon.quantity.UnitCatalog;
import org.tanma.carbon.text.LocalText;

/** Computes the readings of a source one by one, and notes what each of them lacks. */
final class ReadingCalculator {
    private static final Optional<List<CalculatedReading.Weighted>> NO_OTHER_GASES = Optional.of(List.of());

    private final PreparedBasis prepared;
    private final ResolvedBasis basis;
    private final FactorCatalog factors;
    private final UnitCatalog units;
    private final MeasuredParameters measured;
    private final List<Assumption> assumptions;

    ReadingCalculator(
            PreparedBasis prepared,
            FactorCatalog factors,
            UnitCatalog units,
            MeasuredParameters measured,
            List<Assumption> assumptions) {
        this.prepared = prepared;
        this.basis = prepared.basis();
        this.factors = factors;
        this.units = units;
        this.measured = measured;
        this.assumptions = List.copyOf(assumptions);
    }

    /** The source with every reading computed; empty if any reading lacks something, which is then noted. */
    Optional<CalculatedSource> calculate(SourceReadings source, List<Missing> missing) {
        Optional<MethodTerm> term = basis.method().findTerm(source.activity().term());
        if (term.isEmpty()) {
            missing.add(new Missing(
                    TERM,
                    source.path(),
                    new LocalText("该方法没有此项", "the method has no such term"),
                    source.activity().term(),
                    basis.method().terms().stream().map(MethodTerm::id).collect(Collectors.joining(", ")),
                    new LocalText("使用所列项目", "use one of the terms listed")));
            return Optional.empty();
        }
        List<CalculatedReading> readings = new ArrayList<>();
        for (ActivityEntry entry : source.entries()) {
            calculate(source, entry, term.get(), missing).ifPresent(readings::add);
        }
        return readings.size() == source.entries().size()
                ? Optional.of(new CalculatedSource(source, term.get(), readings))
                : Optional.empty();
    }

    private Optional<CalculatedReading> calculate(
            SourceReadings source, ActivityEntry entry, MethodTerm term, List<Missing> missing) {
        Calculation calculation = term.calculation().calculation();
        if (!calculation.activityDimensions().contains(entry.amount().dimension())) {
            missing.add(wrongDimension(path(source, entry), entry, calculation));
            return Optional.empty();
        }
        if (entry.amount().signum() < 0 && !calculation.allowsNegative()) {
            missing.add(new Missing(
                    RANGE,
                    path(source, entry) + "/amount",
                    new LocalText("数量为负", "the amount is negative"),
                    entry.amount().toString(),
                    ">= 0",
                    new LocalText("核对读数；外供的能源填入相应的扣减项", "check the reading; energy sold belongs to its own term")));
            return Optional.empty();
        }
        ParameterResolver resolver =
                new ParameterResolver(prepared, factors, measured, assumptions, source, entry, term, missing);
        return calculation
                .compute(entry.amount(), resolver)
                .flatMap(computed -> weighted(source, entry, computed, missing)
                        .map(gases -> new CalculatedReading(entry, computed, gases)));
    }

    private Optional<List<CalculatedReading.Weighted>> weighted(
            SourceReadings source, ActivityEntry entry, Computed computed, List<Missing> missing) {
        if (computed.otherGases().isEmpty()) {
            return NO_OTHER_GASES;
        }
        List<CalculatedReading.Weighted> gases = new ArrayList<>();
        for (GasAmount amount : computed.otherGases()) {
            FactorMatch gwp = basis.otherGwps().get(amount.gas());
            if (gwp != null) {
                gases.add(new CalculatedReading.Weighted(amount, gwp));
            } else {
                missing.add(new Missing(
                        FACTOR,
                        path(source, entry) + "/gwp",
                        new LocalText("GWP 数据集中没有该气体", "the GWP set has no value for this gas"),
                        amount.gas().symbol(),
                        basis.gwpSet().toString(),
                        new LocalText("改用含该气体的 GWP 数据集", "use a GWP set that has this gas")));
            }
        }
        return gases.size() == computed.otherGases().size() ? Optional.of(gases) : Optional.empty();
    }

    private static String path(SourceReadings source, ActivityEntry entry) {
        return source.path() + "/" + entry.period();
    }

    private Missing wrongDimension(String path, ActivityEntry entry, Calculation calculation) {
        String allowed = calculation.activityDimensions().stream()
                .flatMap(dimension -> units.symbolsOf(dimension).stream())
                .collect(Collectors.joining(", "));
        return new Missing(
                DIMENSION,
                path + "/amount",
                new LocalText("单位所表示的量不对", "the unit measures something else than is needed"),
                entry.amount().toString(),
                allowed,
                new LocalText(
                        "改用允许的单位；工况体积 m3 须先按温度和压力折算为标况体积 Nm3",
                        "use one of the units allowed; convert m3 at metering conditions to Nm3 by temperature and pressure"));
    }
}
