// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.cbam;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.inventory.Missing;
import org.tanma.carbon.method.Calculation;
import org.tanma.carbon.method.Computed;
import org.tanma.carbon.method.MethodTerm;
import org.tanma.carbon.method.Origin;
import org.tanma.carbon.method.Parameter;
import org.tanma.carbon.method.TraceInput;
import org.tanma.carbon.method.TraceNode;
import org.tanma.carbon.quantity.BaseKind;
import org.tanma.carbon.quantity.Dimension;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.quantity.Unit;
import org.tanma.carbon.text.LocalText;

/** Computes what each source emits: Implementing Regulation (EU) 2025/2547, Annex II, B. */
final class SourceCalculator {
    private static final Dimension CONCENTRATION = Dimension.MASS.per(Dimension.NORMAL_VOLUME);
    private static final Dimension TIME = Dimension.of(BaseKind.TIME);
    private static final Quantity ONE = Quantity.of("1", Unit.ONE);

    private final CbamContext context;

    SourceCalculator(CbamContext context) {
        this.context = context;
    }

    /** What a source emits; empty if something is missing, which is then noted. */
    Optional<SourceEmission> compute(EmissionSource source) {
        String path = "installation/sources/" + source.source();
        if (source instanceof SourceStream stream) {
            return stream(stream, path);
        }
        return source instanceof MeasuredSource measured
                ? measured(measured, path)
                : new AnodeEffectCalculator(context).compute((AnodeEffects) source, path);
    }

    private Optional<SourceEmission> stream(SourceStream stream, String path) {
        Optional<MethodTerm> term = context.method.findTerm(stream.kind()).filter(found -> found.scope() == 1);
        if (term.isEmpty()) {
            context.unknownId(
                    path + "/kind",
                    stream.kind(),
                    context.method.terms().stream()
                            .filter(each -> each.scope() == 1)
                            .map(MethodTerm::id)
                            .toList());
            return Optional.empty();
        }
        Calculation calculation = term.get().calculation().calculation();
        checkMeasured(stream, calculation, path);
        if (!checkAmount(stream, calculation, path)) {
            return Optional.empty();
        }
        return calculation
                .compute(stream.amount(), new StreamParameters(context, stream, term.get(), path))
                .map(computed -> emission(stream, calculation, computed));
    }

    private void checkMeasured(SourceStream stream, Calculation calculation, String path) {
        stream.measured().keySet().stream()
                .filter(parameter -> !calculation.parameters().contains(parameter))
                .forEach(parameter -> context.fault(
                        Missing.Reason.PARAMETER,
                        path + "/" + parameter.code(),
                        new LocalText("该类源流不使用此参数", "this kind of stream does not use the parameter"),
                        parameter.code(),
                        String.join(
                                ", ",
                                calculation.parameters().stream()
                                        .map(Parameter::code)
                                        .toList()),
                        new LocalText("删除该参数，或改用相应的类别", "leave it out, or choose the kind that uses it")));
    }

    private boolean checkAmount(SourceStream stream, Calculation calculation, String path) {
        Quantity amount = stream.amount();
        if (!calculation.activityDimensions().contains(amount.dimension())) {
            context.fault(
                    Missing.Reason.DIMENSION,
                    path + "/amount",
                    new LocalText("单位所表示的量不对", "the unit measures something else than is needed"),
                    amount.toString(),
                    String.join(
                            ", ",
                            calculation.activityDimensions().stream()
                                    .map(Dimension::coherentSymbol)
                                    .toList()),
                    new LocalText("改用可换算为所列单位的单位", "use a unit that converts to one listed"));
            return false;
        }
        return calculation.allowsNegative() || context.check(amount, amount.dimension(), path + "/amount");
    }

    private SourceEmission emission(SourceStream stream, Calculation calculation, Computed computed) {
        List<TraceInput> inputs = new ArrayList<>();
        inputs.add(new TraceInput(
                "AD",
                new LocalText("活动数据", "activity data"),
                stream.amount(),
                new Origin.Reading(
                        stream.source(), context.request.period(), stream.meter(), stream.evidenceDigest())));
        inputs.addAll(computed.inputs());
        @Nullable Quantity biogenic = computed.biogenicCo2();
        return of(
                stream,
                SourceEmission.Kind.CO2,
                calculation.formula(),
                inputs,
                CbamContext.asCo2e(computed.co2()),
                biogenic == null ? Quantity.zero(Dimension.CO2) : biogenic,
                computed.energy());
    }

    private Optional<SourceEmission> measured(MeasuredSource source, String path) {
        boolean isSound = context.check(source.concentration(), CONCENTRATION, path + "/concentration")
                & context.check(source.hours(), TIME, path + "/hours")
                & context.check(source.flow(), Dimension.NORMAL_VOLUME.per(TIME), path + "/flow")
                & context.check(source.biomassFraction(), Dimension.NONE, path + "/biomassFraction");
        @Nullable Quantity stored = source.storedFraction();
        isSound &= stored == null || context.check(stored, Dimension.NONE, path + "/storedFraction");
        boolean isCo2 = source.gas() == MeasuredSource.MeasuredGas.CO2;
        if (stored != null && !isCo2) {
            context.unknownId(path + "/gas", source.gas().name(), List.of("CO2"));
            isSound = false;
        }
        List<TraceInput> inputs = new ArrayList<>(List.of(
                input(source, "c", "平均浓度", "mean concentration", source.concentration()),
                input(source, "h", "运行小时", "operating hours", source.hours()),
                input(source, "V", "平均烟气流量", "mean flow", source.flow()),
                input(source, "BF", "生物质碳占比", "biomass fraction", source.biomassFraction())));
        Optional<TraceInput> gwp = isCo2
                ? Optional.empty()
                : context.parameter("n2o.gwp100", "GWP", new LocalText("N2O 的 GWP", "GWP of N2O"), path + "/gas");
        gwp.ifPresent(inputs::add);
        if (!isSound || !isCo2 && gwp.isEmpty()) {
            return Optional.empty();
        }
        Quantity mass = source.concentration().times(source.hours()).times(source.flow());
        Quantity biomass = mass.times(source.biomassFraction());
        Quantity fossilMass = mass.times(ONE.minus(source.biomassFraction()));
        Quantity fossil = gwp.map(found -> fossilMass.times(found.value()))
                .orElseGet(() -> CbamContext.co2e(fossilMass.coherentAmount()));
        String formula = "c × h × V × (1 − BF)" + (isCo2 ? "" : " × GWP");
        if (stored != null) {
            inputs.add(input(source, "s", "已证实封存或结合的份额", "share proven to be stored or bound", stored));
            fossil = fossil.times(stored).negated();
            formula = "− " + formula + " × s";
        }
        BigDecimal biogenic = isCo2 && stored == null ? biomass.coherentAmount() : BigDecimal.ZERO;
        return Optional.of(of(
                source,
                isCo2 ? SourceEmission.Kind.CO2 : SourceEmission.Kind.N2O,
                formula,
                inputs,
                fossil,
                new Quantity(biogenic, Unit.coherent(Dimension.CO2)),
                null));
    }

    private static TraceInput input(MeasuredSource source, String symbol, String zh, String en, Quantity value) {
        return new TraceInput(
                symbol, new LocalText(zh, en), value, new Origin.Measured(source.source(), source.evidence()));
    }

    static SourceEmission of(
            EmissionSource source,
            SourceEmission.Kind kind,
            String formula,
            List<TraceInput> inputs,
            Quantity fossil,
            Quantity biogenic,
            @Nullable Quantity energy) {
        TraceNode trace = new TraceNode(
                "installation/" + source.source(),
                new LocalText(source.source(), source.source()),
                formula,
                inputs,
                fossil,
                List.of());
        return new SourceEmission(source, kind, fossil, biogenic, energy, trace);
    }
}
