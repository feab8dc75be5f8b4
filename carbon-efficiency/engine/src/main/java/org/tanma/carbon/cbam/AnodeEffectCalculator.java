// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.cbam;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.cbam.AnodeEffects.CellRecord;
import org.tanma.carbon.inventory.Missing;
import org.tanma.carbon.method.Origin;
import org.tanma.carbon.method.TraceInput;
import org.tanma.carbon.quantity.Dimension;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.quantity.Unit;
import org.tanma.carbon.text.LocalText;

/** Computes perfluorocarbons: Implementing Regulation (EU) 2025/2547, Annex II, B.7. */
final class AnodeEffectCalculator {
    private static final LocalText CF4_FACTOR = new LocalText("CF4 系数", "factor of CF4");
    private static final LocalText C2F6_FRACTION = new LocalText("C2F6 与 CF4 的质量比", "C2F6 per CF4");
    private static final Quantity PER_THOUSAND = Quantity.of("0.001", Unit.ONE);

    private final CbamContext context;

    AnodeEffectCalculator(CbamContext context) {
        this.context = context;
    }

    Optional<SourceEmission> compute(AnodeEffects source, String path) {
        boolean isSound = context.check(source.production(), Dimension.MASS, path + "/production")
                & context.checkPositive(source.collectionEfficiency(), Dimension.NONE, path + "/collectionEfficiency")
                & checkRecord(source.record(), path);
        boolean isSlope = source.record() instanceof CellRecord.Slope;
        String prefix = (isSlope ? "slope." : "overvoltage.") + source.technology();
        Optional<TraceInput> cf4Factor = factor(
                source, source.cf4Factor(), prefix + ".cf4", isSlope ? "SEF" : "OVC", CF4_FACTOR, path + "/cf4Factor");
        Optional<TraceInput> fraction =
                factor(source, source.c2f6Fraction(), prefix + ".c2f6", "F", C2F6_FRACTION, path + "/c2f6Fraction");
        Optional<TraceInput> gwpCf4 =
                context.parameter("cf4.gwp100", "GWP1", new LocalText("CF4 的 GWP", "GWP of CF4"), path);
        Optional<TraceInput> gwpC2f6 =
                context.parameter("c2f6.gwp100", "GWP2", new LocalText("C2F6 的 GWP", "GWP of C2F6"), path);
        if (!isSound || cf4Factor.isEmpty() || fraction.isEmpty() || gwpCf4.isEmpty() || gwpC2f6.isEmpty()) {
            return Optional.empty();
        }
        List<TraceInput> inputs = new ArrayList<>();
        inputs.add(new TraceInput(
                "P",
                new LocalText("原铝产量", "primary aluminium"),
                source.production(),
                new Origin.Measured(source.source(), source.evidence())));
        Quantity cf4 = recorded(source, inputs)
                .times(cf4Factor.get().value())
                .times(PER_THOUSAND)
                .times(source.production());
        inputs.add(cf4Factor.get());
        inputs.add(fraction.get());
        inputs.add(gwpCf4.get());
        inputs.add(gwpC2f6.get());
        inputs.add(new TraceInput(
                "η",
                new LocalText("捕集效率", "collection efficiency"),
                source.collectionEfficiency(),
                new Origin.Measured(source.source(), source.evidence())));
        Quantity c2f6 = cf4.times(fraction.get().value());
        Quantity total = cf4.times(gwpCf4.get().value())
                .plus(c2f6.times(gwpC2f6.get().value()))
                .dividedBy(source.collectionEfficiency());
        String cf4Formula = isSlope ? "n × d × SEF ÷ 1000 × P" : "OVC × (AEO ÷ CE) × P ÷ 1000";
        return Optional.of(SourceCalculator.of(
                source,
                SourceEmission.Kind.PFC,
                cf4Formula + " × (GWP1 + F × GWP2) ÷ η",
                inputs,
                total,
                Quantity.zero(Dimension.CO2),
                null));
    }

    /** Anode effect minutes per cell-day, or overvoltage per current efficiency. */
    private static Quantity recorded(AnodeEffects source, List<TraceInput> inputs) {
        if (source.record() instanceof CellRecord.Slope slope) {
            Quantity effects = plain(slope.effectsPerCellDay());
            Quantity minutes = plain(slope.minutesPerEffect());
            inputs.add(recorded(source, "n", "每槽日阳极效应次数", "anode effects per cell-day", effects));
            inputs.add(recorded(source, "d", "平均持续时间（分钟）", "mean duration in minutes", minutes));
            return effects.times(minutes);
        }
        CellRecord.Overvoltage over = (CellRecord.Overvoltage) source.record();
        Quantity millivolts = plain(over.millivolts());
        Quantity efficiency = plain(over.currentEfficiencyPercent());
        inputs.add(recorded(source, "AEO", "阳极效应过电压（mV）", "anode effect overvoltage in mV", millivolts));
        inputs.add(recorded(source, "CE", "电流效率（%）", "current efficiency in per cent", efficiency));
        return millivolts.dividedBy(efficiency);
    }

    private static TraceInput recorded(AnodeEffects source, String symbol, String zh, String en, Quantity value) {
        return new TraceInput(
                symbol, new LocalText(zh, en), value, new Origin.Measured(source.source(), source.evidence()));
    }

    private Optional<TraceInput> factor(
            AnodeEffects source, @Nullable BigDecimal own, String key, String symbol, LocalText label, String path) {
        return own == null
                ? context.parameter(key, symbol, label, path)
                : Optional.of(new TraceInput(
                        symbol, label, plain(own), new Origin.Measured(source.source(), source.evidence())));
    }

    private boolean checkRecord(CellRecord record, String path) {
        boolean isSlope = record instanceof CellRecord.Slope;
        BigDecimal first = isSlope
                ? ((CellRecord.Slope) record).effectsPerCellDay()
                : ((CellRecord.Overvoltage) record).millivolts();
        BigDecimal second = isSlope
                ? ((CellRecord.Slope) record).minutesPerEffect()
                : ((CellRecord.Overvoltage) record).currentEfficiencyPercent();
        boolean isSound = first.signum() >= 0
                && second.signum() >= 0
                && (isSlope || second.compareTo(BigDecimal.ONE) > 0 && second.compareTo(BigDecimal.valueOf(100)) <= 0);
        if (!isSound) {
            context.fault(
                    Missing.Reason.RANGE,
                    path + (isSlope ? "/slope" : "/overvoltage"),
                    new LocalText("数值超出范围", "out of range"),
                    first.toPlainString() + ", " + second.toPlainString(),
                    isSlope ? ">= 0" : "mV >= 0; 1 < % <= 100",
                    new LocalText("电流效率以百分数填写，如 93", "give current efficiency in per cent, such as 93"));
        }
        return isSound;
    }

    private static Quantity plain(BigDecimal value) {
        return new Quantity(value, Unit.ONE);
    }
}
