// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.cbam;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.cbam.EnergyFlow.Direction;
import org.tanma.carbon.cbam.EnergyFlow.FactorOrigin;
import org.tanma.carbon.cbam.goods.CbamGood;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.factor.FactorMatch;
import org.tanma.carbon.factor.FactorQuery;
import org.tanma.carbon.inventory.Missing;
import org.tanma.carbon.method.Origin;
import org.tanma.carbon.method.TraceInput;
import org.tanma.carbon.method.TraceNode;
import org.tanma.carbon.quantity.Dimension;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.quantity.Unit;
import org.tanma.carbon.text.LocalText;

/**
 * Attributes emissions to a process.
 *
 * <p>Shape: direct = max(0, sources + heat in − heat out + waste gas in − waste gas out − electricity made); indirect =
 * electricity used × factor. Source: Annex III, A.3, Equations 53 to 56.
 */
final class ProcessCalculator {
    private static final LocalText NG = new LocalText("天然气排放因子", "emission factor of natural gas");

    private final CbamContext context;
    private final AttributionTable attribution;
    private final HeatUnitFactors units;
    private final Map<String, Quantity> heatTaken = new TreeMap<>();

    ProcessCalculator(CbamContext context, AttributionTable attribution, HeatUnitFactors units) {
        this.context = context;
        this.attribution = attribution;
        this.units = units;
    }

    /** What is attributed to a process; empty if something is missing, which is then noted. */
    Optional<ProcessEmissions> compute(ProductionProcess process) {
        String path = "installation/processes/" + process.id();
        int before = context.missing.size();
        Optional<CbamGood> good = context.good(process.cn(), path);
        context.checkPositive(process.produced(), Dimension.MASS, path + "/produced");
        String id = "process/" + process.id();
        List<TraceNode> sources = new ArrayList<>();
        attribution.of(process.id()).forEach(share -> sources.add(shareNode(id, share, share.fossil())));
        List<TraceNode> heat = new ArrayList<>();
        for (EnergyFlow flow : sorted(process.heat())) {
            takeFromUnit(flow);
            energy(flow, path + "/heat/" + place(flow.direction(), flow.amount()), true)
                    .ifPresent(node -> heat.add(signed(node, flow.direction())));
        }
        List<TraceNode> wasteGas = new ArrayList<>();
        for (WasteGasFlow flow : sorted(process.wasteGas())) {
            wasteGas(process, flow, path + "/wasteGas/" + place(flow.direction(), flow.amount()))
                    .ifPresent(wasteGas::add);
        }
        List<TraceNode> made = new ArrayList<>();
        List<TraceNode> indirect = new ArrayList<>();
        Quantity used = Quantity.zero(Dimension.ENERGY);
        for (EnergyFlow flow : sorted(process.electricity())) {
            Optional<TraceNode> node =
                    energy(flow, path + "/electricity/" + place(flow.direction(), flow.amount()), false);
            if (flow.direction() == Direction.EXPORTED) {
                node.ifPresent(found -> made.add(signed(found, Direction.EXPORTED)));
            } else if (node.isPresent()) {
                indirect.add(node.get());
                used = used.plus(flow.amount());
            }
        }
        if (context.missing.size() > before || good.isEmpty()) {
            return Optional.empty();
        }
        List<TraceNode> direct =
                Stream.of(sources, heat, wasteGas, made).flatMap(List::stream).toList();
        TraceNode directNode = directNode(id, direct);
        CbamResult.Parts parts = new CbamResult.Parts(
                sum(sources), into(heat), outOf(heat), into(wasteGas), outOf(wasteGas), outOf(made));
        TraceNode indirectNode = new TraceNode(
                id + "/attributed-indirect",
                new LocalText("归属的间接排放", "attributed indirect emissions"),
                "Σ E × EF",
                List.of(),
                sum(indirect),
                indirect);
        return Optional.of(new ProcessEmissions(
                process, good.get(), directNode.value(), parts, indirectNode.value(), used, directNode, indirectNode));
    }

    /** Notes every heat unit of which more heat is used than it delivers. */
    void checkHeat() {
        heatTaken.forEach((unit, taken) -> units.find(unit)
                .filter(found -> taken.compareTo(found.usable()) > 0)
                .ifPresent(found -> context.fault(
                        Missing.Reason.RANGE,
                        "installation/heatUnits/" + unit + "/heat",
                        new LocalText("各过程用热之和超过该单元供热", "the processes use more heat than the unit delivers"),
                        taken.toString(),
                        "<= " + found.usable(),
                        new LocalText("核对热量数据", "check the amounts of heat"))));
    }

    /** In an order of their own, so that the order of the file plays no part. */
    private static <T> List<T> sorted(List<T> flows) {
        return flows.stream().sorted(Comparator.comparing(Object::toString)).toList();
    }

    private static String place(Direction direction, Quantity amount) {
        return direction.name().toLowerCase(Locale.ROOT) + " " + amount;
    }

    private void takeFromUnit(EnergyFlow flow) {
        if (flow.direction() == Direction.IMPORTED
                && flow.origin() instanceof FactorOrigin.FromUnit from
                && flow.amount().dimension().equals(Dimension.ENERGY)) {
            heatTaken.merge(from.unit(), flow.amount(), Quantity::plus);
        }
    }

    private TraceNode directNode(String id, List<TraceNode> children) {
        Quantity sum = sum(children);
        boolean isBelowZero = sum.signum() < 0;
        if (isBelowZero) {
            context.notices.add(new LocalText(
                    id + "：归属的直接排放为负，按条例计为 0", id + ": attributed direct emissions below zero count as 0"));
        }
        return new TraceNode(
                id + "/attributed-direct",
                new LocalText("归属的直接排放", "attributed direct emissions"),
                "max(0, Σ)",
                List.of(),
                isBelowZero ? CbamContext.co2e(BigDecimal.ZERO) : sum,
                children);
    }

    private Optional<TraceNode> energy(EnergyFlow flow, String place, boolean isHeat) {
        boolean isSound = context.check(flow.amount(), Dimension.ENERGY, place + "/amount");
        Optional<TraceInput> factor = factor(flow.origin(), place, isHeat);
        if (!isSound || factor.isEmpty()) {
            return Optional.empty();
        }
        boolean isStandard = flow.origin() instanceof FactorOrigin.StandardFuel;
        List<TraceInput> inputs = new ArrayList<>();
        inputs.add(new TraceInput(
                isHeat ? "Q" : "E",
                isHeat ? new LocalText("净热量", "net heat") : new LocalText("电量", "electricity"),
                flow.amount(),
                new Origin.Reading(place, context.request.period(), null, null)));
        inputs.add(factor.get());
        Quantity emission = flow.amount().times(factor.get().value());
        if (isStandard) {
            Optional<TraceInput> efficiency = context.parameter(
                    "boiler.efficiency", "η", new LocalText("标准锅炉效率", "standard boiler efficiency"), place);
            if (efficiency.isEmpty()) {
                return Optional.empty();
            }
            inputs.add(efficiency.get());
            emission = emission.dividedBy(efficiency.get().value());
        }
        return Optional.of(new TraceNode(
                place,
                isHeat ? new LocalText("可测热", "measurable heat") : new LocalText("电力", "electricity"),
                (isHeat ? "Q × EF" : "E × EF") + (isStandard ? " ÷ η" : ""),
                inputs,
                CbamContext.asCo2e(emission),
                List.of()));
    }

    private Optional<TraceInput> factor(FactorOrigin origin, String place, boolean isHeat) {
        LocalText label = new LocalText("排放因子", "emission factor");
        if (origin instanceof FactorOrigin.Given given) {
            Quantity value = CbamContext.asCo2(given.factor().value());
            return context.check(value, CbamContext.PER_ENERGY, place + "/emissionFactor")
                    ? Optional.of(new TraceInput(
                            "EF",
                            label,
                            value,
                            new Origin.Measured(place, given.factor().evidence())))
                    : Optional.empty();
        }
        if (origin instanceof FactorOrigin.FromUnit from) {
            return fromUnit(from, place, isHeat, label);
        }
        if (!isHeat) {
            context.fault(
                    Missing.Reason.PARAMETER,
                    place,
                    new LocalText("电力需要排放因子", "electricity needs an emission factor"),
                    "",
                    "emissionFactor, from",
                    new LocalText(
                            "填报排放因子及依据，或指明热电联产单元", "give the factor with its evidence, or the cogeneration unit"));
            return Optional.empty();
        }
        if (origin instanceof FactorOrigin.Exothermic exothermic) {
            return Optional.of(new TraceInput(
                    "EF",
                    label,
                    Quantity.zero(CbamContext.PER_ENERGY),
                    new Origin.Measured(place, exothermic.evidence())));
        }
        return standardFuel((FactorOrigin.StandardFuel) origin, place, label);
    }

    private Optional<TraceInput> fromUnit(FactorOrigin.FromUnit from, String place, boolean isHeat, LocalText label) {
        boolean isKnown =
                context.request.heatUnits().stream().anyMatch(unit -> unit.id().equals(from.unit()));
        Optional<Quantity> factor = units.find(from.unit()).flatMap(found -> {
            @Nullable Quantity electricity = found.electricity();
            return isHeat ? Optional.of(found.heat()) : Optional.ofNullable(electricity);
        });
        if (factor.isEmpty() && (!isKnown || units.find(from.unit()).isPresent())) {
            context.unknownId(
                    place + "/from",
                    from.unit(),
                    context.request.heatUnits().stream()
                            .filter(unit -> isHeat || unit.isCogeneration())
                            .map(HeatUnit::id)
                            .toList());
        }
        return factor.map(value -> new TraceInput("EF", label, value, new Origin.Computed("unit/" + from.unit())));
    }

    private Optional<TraceInput> standardFuel(FactorOrigin.StandardFuel standard, String place, LocalText label) {
        @Nullable EditionRef fuelSet = context.fuelSet;
        Optional<FactorMatch> match = fuelSet == null
                ? Optional.empty()
                : context.factors.find(new FactorQuery(
                        fuelSet.name(),
                        fuelSet.edition(),
                        standard.fuel() + ".emission-factor",
                        context.places,
                        context.day,
                        0));
        if (match.isEmpty()) {
            context.unknownId(
                    place + "/standardFuel",
                    standard.fuel(),
                    fuelSet == null ? List.of() : context.factors.activities(fuelSet));
            return Optional.empty();
        }
        context.use(match.get());
        return Optional.of(
                new TraceInput("EF", label, match.get().factor().value(), new Origin.FromFactor(match.get())));
    }

    private Optional<TraceNode> wasteGas(ProductionProcess process, WasteGasFlow flow, String place) {
        boolean isExported = flow.direction() == Direction.EXPORTED;
        @Nullable Quantity ncv = flow.netCalorificValue();
        Quantity energy = ncv == null ? flow.amount() : flow.amount().times(ncv);
        boolean isSound = context.check(flow.amount(), flow.amount().dimension(), place + "/amount")
                & context.check(energy, Dimension.ENERGY, place + (ncv == null ? "/amount" : "/netCalorificValue"));
        Optional<TraceInput> naturalGas = context.parameter("natural-gas.emission-factor", "EF_NG", NG, place);
        Optional<TraceInput> correction = isExported
                ? context.parameter(
                        "waste-gas.efficiency-correction",
                        "η",
                        new LocalText("效率修正", "correction of efficiency"),
                        place)
                : Optional.empty();
        if (!isSound || naturalGas.isEmpty() || isExported && correction.isEmpty()) {
            return Optional.empty();
        }
        List<TraceInput> inputs = new ArrayList<>();
        Origin origin = new Origin.Measured(process.id(), flow.evidence());
        inputs.add(new TraceInput("V", new LocalText("废气", "waste gas"), flow.amount(), origin));
        if (ncv != null) {
            inputs.add(new TraceInput("NCV", new LocalText("低位发热量", "net calorific value"), ncv, origin));
        }
        inputs.add(naturalGas.get());
        correction.ifPresent(inputs::add);
        Quantity asNaturalGas = energy.times(naturalGas.get().value());
        Quantity emission =
                correction.map(found -> asNaturalGas.times(found.value())).orElse(asNaturalGas);
        TraceNode node = new TraceNode(
                place,
                new LocalText("废气", "waste gas"),
                "V × NCV × EF_NG" + (isExported ? " × η" : ""),
                inputs,
                CbamContext.asCo2e(emission),
                List.of());
        return Optional.of(signed(node, flow.direction()));
    }

    private static TraceNode signed(TraceNode node, Direction direction) {
        return direction == Direction.IMPORTED
                ? node
                : new TraceNode(
                        node.id(),
                        new LocalText("输出的" + node.label().zh(), node.label().en() + " exported"),
                        "− " + node.formula(),
                        node.inputs(),
                        node.value().negated(),
                        node.children());
    }

    /** The node of a source's part in a process or heat unit. */
    static TraceNode shareNode(String id, AttributedShare share, Quantity value) {
        String source = share.emission().of().source();
        Origin calculated = new Origin.Computed(share.emission().trace().id());
        return new TraceNode(
                id + "/" + source,
                new LocalText(source, source),
                "Em × w ÷ W",
                List.of(
                        new TraceInput(
                                "Em",
                                new LocalText("排放源的排放", "emission of the source"),
                                share.emission().fossil(),
                                calculated),
                        weight("w", "归属该过程的份额", "part of this process", share.weight()),
                        weight("W", "全部份额", "all parts", share.whole())),
                value,
                List.of());
    }

    private static TraceInput weight(String symbol, String zh, String en, BigDecimal weight) {
        return new TraceInput(
                symbol,
                new LocalText(zh, en),
                new Quantity(weight, Unit.ONE),
                new Origin.Measured("attribution", "Annex III, A"));
    }

    private static Quantity into(List<TraceNode> nodes) {
        return sum(nodes.stream().filter(node -> node.value().signum() > 0).toList());
    }

    private static Quantity outOf(List<TraceNode> nodes) {
        return sum(nodes.stream().filter(node -> node.value().signum() < 0).toList())
                .negated();
    }

    private static Quantity sum(List<TraceNode> nodes) {
        return nodes.stream().map(TraceNode::value).reduce(CbamContext.co2e(BigDecimal.ZERO), Quantity::plus);
    }
}
