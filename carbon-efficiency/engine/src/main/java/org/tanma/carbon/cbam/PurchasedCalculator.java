// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.cbam;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.cbam.PurchasedPrecursor.Embedded;
import org.tanma.carbon.cbam.goods.CbamGood;
import org.tanma.carbon.cbam.goods.DefaultValue;
import org.tanma.carbon.cbam.goods.DefaultValues;
import org.tanma.carbon.factor.Factor;
import org.tanma.carbon.factor.FactorMatch;
import org.tanma.carbon.factor.FallbackLevel;
import org.tanma.carbon.inventory.MeasuredValue;
import org.tanma.carbon.inventory.Missing;
import org.tanma.carbon.method.Origin;
import org.tanma.carbon.method.TraceInput;
import org.tanma.carbon.quantity.Dimension;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.quantity.Unit;
import org.tanma.carbon.text.LocalText;

/** What purchased precursors bring along: Annex II, E and Article 15. */
final class PurchasedCalculator {
    private static final LocalText DIRECT = new LocalText("隐含直接排放", "embedded direct emissions");
    private static final LocalText INDIRECT = new LocalText("隐含间接排放", "embedded indirect emissions");
    private static final Dimension ENERGY_PER_MASS = Dimension.ENERGY.per(Dimension.MASS);

    private final CbamContext context;

    PurchasedCalculator(CbamContext context) {
        this.context = context;
    }

    Optional<PurchasedEmissions> compute(PurchasedPrecursor precursor) {
        String path = "installation/purchased/" + precursor.id();
        Optional<CbamGood> good = context.good(precursor.cn(), path);
        if (good.isEmpty()) {
            return Optional.empty();
        }
        Embedded embedded = precursor.embedded();
        if (embedded instanceof Embedded.Supplied supplied) {
            return supplied(precursor, supplied, good.get(), path);
        }
        return embedded instanceof Embedded.Default asDefault
                ? byDefault(precursor, asDefault, good.get(), path)
                : Optional.of(exempted(precursor, (Embedded.Exempted) embedded));
    }

    private Optional<PurchasedEmissions> supplied(
            PurchasedPrecursor precursor, Embedded.Supplied supplied, CbamGood good, String path) {
        List<TraceInput> inputs = new ArrayList<>();
        Optional<Quantity> direct = perMass(precursor, supplied.direct(), "SEE_dir", DIRECT, path + "/direct", inputs);
        Optional<Quantity> indirect = indirect(precursor, supplied, good, path, inputs);
        Optional<Quantity> counted = counted(precursor, supplied, good, indirect, path, inputs);
        @Nullable MeasuredValue electricity = supplied.electricity();
        boolean isSound =
                electricity == null || context.check(electricity.value(), ENERGY_PER_MASS, path + "/electricity");
        @Nullable MeasuredValue given = supplied.freeAllocation();
        @Nullable Quantity allocation = given == null ? null : CbamContext.asCo2e(given.value());
        isSound &= allocation == null || context.check(allocation, CbamContext.PER_MASS, path + "/freeAllocation");
        if (!isSound || direct.isEmpty() || indirect.isEmpty() || counted.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new PurchasedEmissions(
                precursor.id(),
                direct.get(),
                indirect.get(),
                counted.get(),
                electricity == null ? null : electricity.value(),
                allocation,
                inputs));
    }

    private Optional<Quantity> indirect(
            PurchasedPrecursor precursor,
            Embedded.Supplied supplied,
            CbamGood good,
            String path,
            List<TraceInput> inputs) {
        @Nullable MeasuredValue indirect = supplied.indirect();
        @Nullable MeasuredValue electricity = supplied.electricity();
        @Nullable MeasuredValue factor = supplied.electricityFactor();
        if (indirect != null) {
            return perMass(precursor, indirect, "SEE_ind", INDIRECT, path + "/indirect", inputs);
        }
        if (electricity != null && factor != null) {
            Quantity value = CbamContext.asCo2(factor.value());
            boolean isSound = context.check(electricity.value(), ENERGY_PER_MASS, path + "/electricity")
                    & context.check(value, CbamContext.PER_ENERGY, path + "/electricityFactor");
            if (!isSound) {
                return Optional.empty();
            }
            inputs.add(input(
                    precursor,
                    "e",
                    new LocalText("隐含电量", "embedded electricity"),
                    electricity.value(),
                    electricity.evidence()));
            inputs.add(input(
                    precursor,
                    "EF_el",
                    new LocalText("电力排放因子", "emission factor of electricity"),
                    value,
                    factor.evidence()));
            return Optional.of(CbamContext.asCo2e(electricity.value().times(value)));
        }
        context.fault(
                Missing.Reason.PARAMETER,
                path + "/indirect",
                new LocalText("缺少隐含间接排放", "no embedded indirect emissions"),
                "",
                "tCO2e/t; MWh/t × tCO2/MWh",
                good.isDirectOnly()
                        ? new LocalText(
                                "填报 indirect，或 electricity 与 electricityFactor；确无时填 0 并注明依据",
                                "give indirect, or electricity and electricityFactor; where none is communicated give 0 and say so")
                        : new LocalText(
                                "填报 indirect，或 electricity 与 electricityFactor，或采用默认值",
                                "give indirect, or electricity and electricityFactor, or take the default value"));
        return Optional.empty();
    }

    private Optional<Quantity> counted(
            PurchasedPrecursor precursor,
            Embedded.Supplied supplied,
            CbamGood good,
            Optional<Quantity> indirect,
            String path,
            List<TraceInput> inputs) {
        if (!good.isDirectOnly()) {
            return indirect;
        }
        @Nullable MeasuredValue counted = supplied.countedIndirect();
        if (counted == null) {
            context.fault(
                    Missing.Reason.PARAMETER,
                    path + "/countedIndirect",
                    new LocalText(
                            "缺少其前体（如烧结矿）应计入的间接排放",
                            "no indirect emissions of its own precursors that count, such as those of sinter"),
                    "",
                    "tCO2e/t",
                    new LocalText(
                            "填报数值及依据；没有此类前体时填 0",
                            "give the figure with its evidence; 0 where it has no such precursor"));
            return Optional.empty();
        }
        return perMass(
                precursor,
                counted,
                "SEE_ind'",
                new LocalText("应计入的间接排放", "indirect emissions that count"),
                path + "/countedIndirect",
                inputs);
    }

    private Optional<Quantity> perMass(
            PurchasedPrecursor precursor,
            MeasuredValue measured,
            String symbol,
            LocalText label,
            String path,
            List<TraceInput> inputs) {
        Quantity value = CbamContext.asCo2e(measured.value());
        if (!context.check(value, CbamContext.PER_MASS, path)) {
            return Optional.empty();
        }
        inputs.add(input(precursor, symbol, label, value, measured.evidence()));
        return Optional.of(value);
    }

    private Optional<PurchasedEmissions> byDefault(
            PurchasedPrecursor precursor, Embedded.Default asDefault, CbamGood good, String path) {
        Optional<DefaultValue> found = new DefaultValues(context.catalog)
                .choose(precursor.cn(), precursor.country(), asDefault.variant(), path, context.missing);
        Optional<TraceInput> markUp = context.parameter(
                "mark-up." + good.sector(), "m", new LocalText("默认值加成", "mark-up of default values"), path);
        if (found.isEmpty() || markUp.isEmpty()) {
            return Optional.empty();
        }
        DefaultValue value = found.get();
        List<TraceInput> inputs = new ArrayList<>();
        Quantity more = Quantity.of("1", Unit.ONE).plus(markUp.get().value());
        Quantity direct = marked(value.direct(), "SEE_dir", DIRECT, more, inputs);
        @Nullable Factor indirectFactor = value.indirect();
        Quantity indirect = indirectFactor == null
                ? Quantity.zero(CbamContext.PER_MASS)
                : marked(indirectFactor, "SEE_ind", INDIRECT, more, inputs);
        inputs.add(markUp.get());
        context.notices.add(new LocalText(
                precursor.id() + "：采用默认值并按当年加成一次",
                precursor.id() + ": default value, with the mark-up of the year once"));
        return Optional.of(new PurchasedEmissions(precursor.id(), direct, indirect, indirect, null, null, inputs));
    }

    private Quantity marked(Factor factor, String symbol, LocalText label, Quantity more, List<TraceInput> inputs) {
        FactorMatch match = new FactorMatch(factor, FallbackLevel.REQUESTED, 0);
        context.use(match);
        inputs.add(new TraceInput(symbol, label, factor.value(), new Origin.FromFactor(match)));
        return factor.value().times(more);
    }

    private static PurchasedEmissions exempted(PurchasedPrecursor precursor, Embedded.Exempted exempted) {
        Quantity zero = Quantity.zero(CbamContext.PER_MASS);
        return new PurchasedEmissions(
                precursor.id(),
                zero,
                zero,
                zero,
                null,
                zero,
                List.of(input(precursor, "SEE", DIRECT, zero, exempted.evidence())));
    }

    private static TraceInput input(
            PurchasedPrecursor precursor, String symbol, LocalText label, Quantity value, String evidence) {
        return new TraceInput(symbol, label, value, new Origin.Measured(precursor.id(), evidence));
    }
}
