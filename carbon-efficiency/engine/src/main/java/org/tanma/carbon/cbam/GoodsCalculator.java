// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.cbam;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.cbam.CbamResult.CompositionResult;
import org.tanma.carbon.cbam.CbamResult.GoodResult;
import org.tanma.carbon.cbam.CbamResult.PrecursorShare;
import org.tanma.carbon.cbam.certificate.FreeAllocation;
import org.tanma.carbon.cbam.certificate.GoodsMade;
import org.tanma.carbon.inventory.Missing;
import org.tanma.carbon.quantity.Dimension;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.quantity.Unit;
import org.tanma.carbon.text.LocalText;

/** Specific embedded emissions of goods: Annex III, B, Equations 59 to 66. */
final class GoodsCalculator {
    private static final Unit MWH = new Unit("MWh", Dimension.ENERGY, new BigDecimal("3.6"));
    private static final BigDecimal MOST_PER_UNIT = BigDecimal.valueOf(1000);
    private static final Unit TONNE = Unit.coherent(Dimension.MASS);

    private final CbamContext context;
    private final List<ProcessEmissions> attributed;
    private final Map<String, PurchasedEmissions> purchased = new TreeMap<>();
    private final PrecursorSystem system;
    private final Map<String, Quantity> counted = new HashMap<>();
    private final Map<String, Quantity> embeddedDirect = new HashMap<>();
    private final Map<String, Quantity> embeddedIndirect = new HashMap<>();

    GoodsCalculator(CbamContext context, List<ProcessEmissions> attributed, List<PurchasedEmissions> purchased) {
        this.context = context;
        this.attributed = List.copyOf(attributed);
        purchased.forEach(each -> this.purchased.put(each.id(), each));
        this.system = new PrecursorSystem(
                attributed.stream().map(ProcessEmissions::process).toList());
    }

    /** What a good of the installation embeds, tCO2e/t; after {@link #compute}. */
    Quantity embedded(String process, boolean isDirect) {
        return (isDirect ? embeddedDirect : embeddedIndirect)
                .getOrDefault(process, Quantity.zero(CbamContext.PER_MASS));
    }

    Map<String, PurchasedEmissions> purchased() {
        return purchased;
    }

    /** The goods by process; none if something is missing, which is then noted. */
    List<GoodResult> compute() {
        checkUses();
        Optional<Map<String, BigDecimal>> direct =
                solve(each -> each.direct().coherentAmount(), PurchasedEmissions::direct);
        Optional<Map<String, BigDecimal>> indirect =
                solve(each -> each.indirect().coherentAmount(), PurchasedEmissions::indirect);
        Optional<Map<String, BigDecimal>> countedIndirect =
                solve(ProcessEmissions::countedIndirect, PurchasedEmissions::countedIndirect);
        Optional<Map<String, BigDecimal>> electricity =
                solve(each -> each.electricity().coherentAmount(), each -> {
                    @Nullable Quantity known = each.electricity();
                    return known == null ? Quantity.zero(Dimension.ENERGY.per(Dimension.MASS)) : known;
                });
        if (direct.isEmpty() || indirect.isEmpty() || countedIndirect.isEmpty() || electricity.isEmpty()) {
            context.fault(
                    Missing.Reason.RANGE,
                    "installation/processes",
                    new LocalText("互为前体的过程消耗了全部产出", "processes that feed one another use all they make"),
                    "",
                    "",
                    new LocalText("核对产量与前体用量", "check amounts produced and used"));
        }
        if (!context.missing.isEmpty()) {
            return List.of();
        }
        Set<String> unknownElectricity = new HashSet<>();
        purchased.values().stream()
                .filter(each -> each.electricity() == null)
                .forEach(each -> unknownElectricity.add(each.id()));
        Set<String> withoutElectricity = system.reaching(unknownElectricity);
        List<GoodResult> goods = new ArrayList<>();
        for (ProcessEmissions each : attributed) {
            String id = each.process().id();
            Quantity seeDirect = perMass(of(direct.orElseThrow(), id));
            Quantity seeCounted = seeDirect.plus(perMass(of(countedIndirect.orElseThrow(), id)));
            counted.put(id, seeCounted);
            embeddedDirect.put(id, seeDirect);
            embeddedIndirect.put(id, perMass(of(indirect.orElseThrow(), id)));
            goods.add(good(
                    each,
                    direct.orElseThrow(),
                    indirect.orElseThrow(),
                    seeCounted,
                    withoutElectricity.contains(id)
                            ? null
                            : new Quantity(
                                            of(electricity.orElseThrow(), id),
                                            Unit.coherent(Dimension.ENERGY.per(Dimension.MASS)))
                                    .in(MWH.per(TONNE))));
        }
        return goods;
    }

    private GoodResult good(
            ProcessEmissions each,
            Map<String, BigDecimal> direct,
            Map<String, BigDecimal> indirect,
            Quantity seeCounted,
            @Nullable Quantity electricity) {
        ProductionProcess process = each.process();
        Quantity seeDirect = perMass(of(direct, process.id()));
        Quantity seeIndirect = perMass(of(indirect, process.id()));
        return new GoodResult(
                process.id(),
                process.name(),
                process.cn(),
                each.good().category(),
                each.good().isDirectOnly(),
                process.produced(),
                each.direct(),
                each.parts(),
                each.indirect(),
                each.direct().dividedBy(process.produced()),
                each.indirect().dividedBy(process.produced()),
                seeDirect,
                seeIndirect,
                seeDirect.plus(seeIndirect),
                seeCounted,
                electricity,
                shares(process, direct, indirect),
                process.compositions().stream()
                        .sorted(Comparator.comparing(ProductionProcess.Composition::name))
                        .map(composition -> new CompositionResult(
                                composition.name(), composition.content(), seeCounted.times(composition.content())))
                        .toList());
    }

    private List<PrecursorShare> shares(
            ProductionProcess process, Map<String, BigDecimal> direct, Map<String, BigDecimal> indirect) {
        Map<String, PrecursorShare> shares = new TreeMap<>();
        system.madeUsedBy(process.id())
                .forEach((of, mass) ->
                        shares.put(of, share(process, of, mass, perMass(of(direct, of)), perMass(of(indirect, of)))));
        system.purchasedBy(process.id()).forEach((of, mass) -> {
            PurchasedEmissions bought = purchased.get(of);
            if (bought != null) {
                shares.put(of, share(process, of, mass, bought.direct(), bought.indirect()));
            }
        });
        return List.copyOf(shares.values());
    }

    private static PrecursorShare share(
            ProductionProcess process, String of, BigDecimal mass, Quantity direct, Quantity indirect) {
        Quantity used = new Quantity(mass, TONNE);
        Quantity embeddedDirect = used.times(direct);
        Quantity embeddedIndirect = used.times(indirect);
        return new PrecursorShare(
                of,
                used,
                used.dividedBy(process.produced()),
                embeddedDirect,
                embeddedIndirect,
                embeddedDirect.dividedBy(process.produced()),
                embeddedIndirect.dividedBy(process.produced()));
    }

    private void checkUses() {
        for (ProcessEmissions each : attributed) {
            String path = "installation/processes/" + each.process().id();
            each.process().precursors().forEach(use -> checkUse(each.process(), use, path + "/precursors/" + use.of()));
            each.process()
                    .compositions()
                    .forEach(composition -> context.check(
                            composition.content(), Dimension.NONE, path + "/compositions/" + composition.name()));
            BigDecimal inside = system.usedInside(each.process().id());
            if (inside.compareTo(each.process().produced().coherentAmount()) > 0) {
                context.fault(
                        Missing.Reason.RANGE,
                        path + "/produced",
                        new LocalText("其他过程的用量超过产量", "other processes use more of it than is made"),
                        inside.toPlainString() + " t",
                        "<= " + each.process().produced(),
                        new LocalText("核对产量与前体用量", "check amounts produced and used"));
            }
        }
    }

    private void checkUse(ProductionProcess process, ProductionProcess.PrecursorUse use, String path) {
        BigDecimal most = process.produced().coherentAmount().multiply(MOST_PER_UNIT);
        if (context.check(use.amount(), Dimension.MASS, path)
                && use.amount().coherentAmount().compareTo(most) > 0) {
            context.fault(
                    Missing.Reason.RANGE,
                    path,
                    new LocalText("前体用量与产量相差过大", "the precursor is out of proportion to what is made"),
                    use.amount().toString(),
                    "<= " + MOST_PER_UNIT + " × " + process.produced(),
                    new LocalText("核对单位（t 与 kg）", "check the units (t against kg)"));
        }
    }

    private Optional<Map<String, BigDecimal>> solve(
            Function<ProcessEmissions, BigDecimal> own, Function<PurchasedEmissions, Quantity> each) {
        Map<String, BigDecimal> byId = new HashMap<>();
        attributed.forEach(process -> byId.put(process.process().id(), own.apply(process)));
        return system.solve(byId, id -> {
            PurchasedEmissions bought = purchased.get(id);
            return bought == null ? BigDecimal.ZERO : each.apply(bought).coherentAmount();
        });
    }

    /** A good as certificates see it: {@link GoodsMade}. */
    Optional<GoodsMade.Made> find(String process, int year, String path) {
        Quantity embedded = counted.get(process);
        if (embedded == null) {
            context.unknownId(
                    path + "/process",
                    process,
                    attributed.stream().map(each -> each.process().id()).toList());
            return Optional.empty();
        }
        int before = context.missing.size();
        FreeAllocation free = new FreeAllocation(context.catalog, context.missing, context::use);
        Set<String> needed = new HashSet<>(Set.of(process));
        boolean grows = true;
        while (grows) {
            grows = needed.addAll(needed.stream()
                    .flatMap(id -> system.madeUsedBy(id).keySet().stream())
                    .toList());
        }
        Map<String, BigDecimal> own = new HashMap<>();
        for (ProcessEmissions each : attributed) {
            ProductionProcess made = each.process();
            BigDecimal perTonne = !needed.contains(made.id())
                    ? BigDecimal.ZERO
                    : free.find(made.cn(), "A", made.route(), year, path + "/" + made.id())
                            .map(share -> share.value().coherentAmount())
                            .orElse(BigDecimal.ZERO);
            own.put(made.id(), perTonne.multiply(made.produced().coherentAmount(), CbamContext.PRECISION));
        }
        Map<String, BigDecimal> bought = new HashMap<>();
        needed.forEach(id -> system.purchasedBy(id)
                .keySet()
                .forEach(of -> bought.put(of, purchasedAllocation(of, year, free, path))));
        Optional<Map<String, BigDecimal>> solved = system.solve(own, of -> bought.getOrDefault(of, BigDecimal.ZERO));
        return context.missing.size() > before
                ? Optional.empty()
                : solved.map(found ->
                        new GoodsMade.Made(embedded, perMass(of(found, process)), "process/" + process + "/counted"));
    }

    private BigDecimal purchasedAllocation(String id, int year, FreeAllocation free, String path) {
        PurchasedEmissions bought = purchased.get(id);
        @Nullable Quantity known = bought == null ? null : bought.freeAllocation();
        if (known != null) {
            return known.coherentAmount();
        }
        Optional<PurchasedPrecursor> precursor = context.request.purchased().stream()
                .filter(each -> each.id().equals(id))
                .findFirst();
        if (precursor.isPresent()
                && precursor.get().embedded() instanceof PurchasedPrecursor.Embedded.Default asDefault) {
            String cn = precursor.get().cn();
            String route = context.catalog.findDefaults(cn, precursor.get().country()).stream()
                    .filter(each ->
                            asDefault.variant().isEmpty() || each.variant().equals(asDefault.variant()))
                    .map(each -> each.route())
                    .findFirst()
                    .orElse("");
            return free.find(cn, "B", route, year, path + "/" + id)
                    .map(share -> share.value().coherentAmount())
                    .orElse(BigDecimal.ZERO);
        }
        context.fault(
                Missing.Reason.PARAMETER,
                "installation/purchased/" + id + "/freeAllocation",
                new LocalText("计算证书需要前体的免费份额", "certificates need the free allocation of the precursor"),
                "",
                "tCO2e/t",
                new LocalText("填报供货方提供的数值及依据", "give the supplier's figure with its evidence"));
        return BigDecimal.ZERO;
    }

    private static BigDecimal of(Map<String, BigDecimal> solved, String id) {
        return Objects.requireNonNull(solved.get(id), "every process is solved");
    }

    private static Quantity perMass(BigDecimal value) {
        return new Quantity(value, Unit.coherent(CbamContext.PER_MASS));
    }
}
