// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.portrait;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.data.EngineCatalog;
import org.tanma.carbon.data.PortraitEditions;
import org.tanma.carbon.portrait.CarrierGroup;
import org.tanma.carbon.portrait.EnergyMix;
import org.tanma.carbon.portrait.PortraitMeasure;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.quantity.Unit;
import org.tanma.carbon.quantity.UnitCatalog;
import org.tanma.carbon.service.evaluate.EvaluationInputs;
import org.tanma.carbon.service.evaluate.EvaluationResult;
import org.tanma.carbon.service.evaluate.EvaluationResult.Amount;
import org.tanma.carbon.service.evaluate.GradeResult;
import org.tanma.carbon.service.kind.KindCatalog;
import org.tanma.carbon.service.kind.KindRole;

/** Computes the figures of a portrait from a kept evaluation: a pure function of it, of the year before and of the editions. */
final class PortraitFigures {
    private static final String ZERO_CARBON = "zero-carbon-energy";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final UnitCatalog units;
    private final KindCatalog kinds;
    private final EnergyUses energyUses;

    PortraitFigures(EngineCatalog catalog, PortraitEditions editions, KindCatalog kinds) {
        this.units = catalog.units();
        this.kinds = kinds;
        this.energyUses = new EnergyUses(editions.carriers(), units);
    }

    EnergyUses.Found energy(EvaluationResult result) {
        return energyUses.of(result);
    }

    /** Every measure's figure, in the order of the measures. */
    List<Figure> of(KeptResult kept, @Nullable KeptResult yearBefore) {
        EvaluationResult result = kept.result();
        EnergyUses.Found found = energyUses.of(result);
        Optional<EnergyMix> mix = found.notTold().isEmpty() ? EnergyMix.of(found.uses()) : Optional.empty();
        Optional<Quantity> valueAdded = valueAdded(kept);
        List<Figure> figures = new ArrayList<>();
        for (PortraitMeasure measure : PortraitMeasure.values()) {
            figures.add(
                    switch (measure) {
                        case SCHEME_INTENSITY -> schemeIntensity(result.grade());
                        case EMISSION_PER_VALUE_ADDED ->
                            perValueAdded(measure, quantity(result.totals().total()), "tCO2e/CNY10k", valueAdded);
                        case EMISSION_CHANGE -> change(result, yearBefore);
                        case ENERGY_PER_VALUE_ADDED ->
                            mix.isEmpty()
                                    ? noMix(measure)
                                    : perValueAdded(measure, mix.get().standardCoal(), "t/CNY10k", valueAdded);
                        case ELECTRICITY_SHARE -> share(measure, mix, CarrierGroup.ELECTRICITY);
                        case GAS_SHARE -> share(measure, mix, CarrierGroup.GAS);
                        case COAL_SHARE -> share(measure, mix, CarrierGroup.COAL);
                        case ZERO_CARBON_SHARE -> zeroCarbonShare(kept);
                        case CO2_PER_ENERGY -> co2PerEnergy(result, mix);
                        case METERED_SHARE ->
                            entryShare(measure, kept.inputs(), e -> !e.meter().isEmpty());
                        case EVIDENCE_SHARE ->
                            entryShare(
                                    measure, kept.inputs(), e -> !e.evidence().isEmpty());
                    });
        }
        return figures;
    }

    private Figure schemeIntensity(GradeResult grade) {
        GradeResult.Graded graded = grade.graded();
        return graded == null
                ? Figure.none(
                        PortraitMeasure.SCHEME_INTENSITY,
                        "该年度未评级，原因见评价结果",
                        "the year is not graded; the evaluation says why")
                : Figure.of(
                        PortraitMeasure.SCHEME_INTENSITY,
                        in(quantity(graded.intensity()), PortraitMeasure.SCHEME_INTENSITY.unit()));
    }

    private Figure perValueAdded(
            PortraitMeasure measure, Quantity numerator, String unit, Optional<Quantity> valueAdded) {
        if (valueAdded.isEmpty()) {
            return Figure.none(measure, "未填报全年工业增加值", "the value added of the year is not reported");
        }
        if (valueAdded.get().signum() <= 0) {
            return Figure.none(
                    measure, "工业增加值不大于 0，比值没有意义", "the value added is not above 0, so a ratio means nothing");
        }
        return Figure.of(measure, in(numerator.dividedBy(valueAdded.get()), unit));
    }

    private Figure change(EvaluationResult result, @Nullable KeptResult yearBefore) {
        if (yearBefore == null) {
            return Figure.none(PortraitMeasure.EMISSION_CHANGE, "上一年度没有评价", "the year before is not evaluated");
        }
        Quantity before = quantity(yearBefore.result().totals().total());
        if (before.signum() <= 0) {
            return Figure.none(
                    PortraitMeasure.EMISSION_CHANGE, "上一年度排放不大于 0", "the emissions of the year before are not above 0");
        }
        BigDecimal ratio = quantity(result.totals().total()).dividedBy(before).coherentAmount();
        return Figure.of(
                PortraitMeasure.EMISSION_CHANGE,
                ratio.subtract(BigDecimal.ONE).multiply(HUNDRED, MathContext.DECIMAL128));
    }

    private static Figure noMix(PortraitMeasure measure) {
        return Figure.none(measure, "评价结果没有给出全部能源的热量", "the evaluation does not tell the heat content of all energy");
    }

    private static Figure share(PortraitMeasure measure, Optional<EnergyMix> mix, CarrierGroup group) {
        if (mix.isEmpty()) {
            return noMix(measure);
        }
        return mix.get()
                .share(group)
                .map(share -> Figure.of(measure, share.multiply(HUNDRED, MathContext.DECIMAL128)))
                .orElseGet(() ->
                        Figure.none(measure, "外供多于购入，占比没有意义", "more is passed on than bought, so shares mean nothing"));
    }

    /** What is not reported is not known to be nothing: then there is no figure. */
    private Figure zeroCarbonShare(KeptResult kept) {
        List<EvaluationInputs.Entry> entries = kept.inputs().entries().stream()
                .filter(e -> e.kind().equals(ZERO_CARBON))
                .toList();
        if (entries.isEmpty()) {
            return Figure.none(
                    PortraitMeasure.ZERO_CARBON_SHARE,
                    "未填报零碳能源减排量（zero-carbon-energy）；没有请填 0",
                    "zero-carbon-energy is not reported; report 0 where there is none");
        }
        Quantity replaced = entries.stream()
                .map(e -> Quantity.of(e.amount(), units.get(e.unit())))
                .reduce(Quantity::plus)
                .orElseThrow();
        Quantity all = replaced.plus(quantity(kept.result().totals().energyCo2()));
        return all.signum() <= 0
                ? Figure.none(
                        PortraitMeasure.ZERO_CARBON_SHARE,
                        "没有能源排放，占比没有意义",
                        "there are no emissions of energy, so a share means nothing")
                : Figure.of(PortraitMeasure.ZERO_CARBON_SHARE, in(replaced.dividedBy(all), "%"));
    }

    private Figure co2PerEnergy(EvaluationResult result, Optional<EnergyMix> mix) {
        if (mix.isEmpty()) {
            return noMix(PortraitMeasure.CO2_PER_ENERGY);
        }
        Quantity energy = mix.get().energy();
        return energy.signum() <= 0
                ? Figure.none(PortraitMeasure.CO2_PER_ENERGY, "能源消费量不大于 0", "the energy used is not above 0")
                : Figure.of(
                        PortraitMeasure.CO2_PER_ENERGY,
                        in(quantity(result.totals().energyCo2()).dividedBy(energy), "tCO2/GJ"));
    }

    private Figure entryShare(
            PortraitMeasure measure, EvaluationInputs inputs, Predicate<EvaluationInputs.Entry> counted) {
        List<EvaluationInputs.Entry> readings = inputs.entries().stream()
                .filter(e -> kinds.get(e.kind()).role() == KindRole.READING)
                .toList();
        if (readings.isEmpty()) {
            return Figure.none(measure, "没有活动数据", "there is no activity data");
        }
        long with = readings.stream().filter(counted).count();
        return Figure.of(
                measure,
                BigDecimal.valueOf(with * 100).divide(BigDecimal.valueOf(readings.size()), MathContext.DECIMAL128));
    }

    /** The value added that was graded by, else the sum of what is reported for the whole year; empty when that is not all. */
    private Optional<Quantity> valueAdded(KeptResult kept) {
        GradeResult.Graded graded = kept.result().grade().graded();
        if (graded != null) {
            return Optional.of(quantity(graded.valueAdded()));
        }
        List<EvaluationInputs.Entry> entries = kept.inputs().entries().stream()
                .filter(e -> kinds.get(e.kind()).role() == KindRole.VALUE_ADDED)
                .toList();
        boolean isWhole = entries.stream().noneMatch(e -> e.period().contains("-"));
        return isWhole
                ? entries.stream()
                        .map(e -> Quantity.of(e.amount(), units.get(e.unit())))
                        .reduce(Quantity::plus)
                : Optional.empty();
    }

    private Quantity quantity(Amount amount) {
        return Quantity.of(amount.value(), units.get(amount.unit()));
    }

    private BigDecimal in(Quantity quantity, String unit) {
        Unit target = units.get(unit);
        return quantity.in(target).amount();
    }
}
