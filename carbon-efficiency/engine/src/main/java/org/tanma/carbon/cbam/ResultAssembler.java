// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.cbam;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tanma.carbon.cbam.CbamResult.GoodResult;
import org.tanma.carbon.cbam.CbamResult.PrecursorShare;
import org.tanma.carbon.cbam.CbamResult.SourceResult;
import org.tanma.carbon.cbam.CbamResult.Totals;
import org.tanma.carbon.cbam.certificate.CertificateResult;
import org.tanma.carbon.factor.FactorMatch;
import org.tanma.carbon.factor.Quality;
import org.tanma.carbon.method.Origin;
import org.tanma.carbon.method.TraceInput;
import org.tanma.carbon.method.TraceNode;
import org.tanma.carbon.quantity.Dimension;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.text.LocalText;

/** Puts a result together: sums, notices, traces. */
final class ResultAssembler {
    private static final LocalText REPLACED = new LocalText(
            "默认值与基准值取自 2025/2621、2025/2620 号实施条例；2026/1740 号已替换默认值并改变部分编码，其表格未能取得",
            "default values and benchmarks are those of Implementing Regulations (EU) 2025/2621 and 2025/2620; 2026/1740 replaced"
                    + " the default values and re-keyed some goods, its tables could not be had");

    /** Symbols of what a purchased precursor's figures are formed from. */
    private static final Set<String> OF_DIRECT = Set.of("SEE", "SEE_dir", "m");

    private static final Set<String> OF_INDIRECT = Set.of("SEE", "SEE_ind", "e", "EF_el", "m");

    private final CbamContext context;
    private final List<SourceEmission> sources;
    private final List<ProcessEmissions> attributed;
    private final HeatUnitFactors units;
    private final GoodsCalculator goods;

    ResultAssembler(
            CbamContext context,
            List<SourceEmission> sources,
            List<ProcessEmissions> attributed,
            HeatUnitFactors units,
            GoodsCalculator goods) {
        this.context = context;
        this.sources = sources;
        this.attributed = attributed;
        this.units = units;
        this.goods = goods;
    }

    CbamResult assemble(List<GoodResult> made, List<CertificateResult> certificates) {
        List<FactorMatch> used = context.used();
        Quality quality = used.stream().map(match -> match.factor().quality()).reduce(Quality.OFFICIAL, Quality::worse);
        return new CbamResult(
                context.request,
                context.fuelSet,
                totals(),
                sources.stream()
                        .map(each ->
                                new SourceResult(each.of().source(), each.fossil(), each.biogenic(), each.energy()))
                        .toList(),
                made,
                certificates,
                used,
                quality,
                notices(used),
                traces(made, certificates));
    }

    private Totals totals() {
        Quantity direct = sum(sources, SourceEmission::fossil);
        Quantity attributedDirect = sum(attributed, ProcessEmissions::direct);
        Quantity biogenic =
                sources.stream().map(SourceEmission::biogenic).reduce(Quantity.zero(Dimension.CO2), Quantity::plus);
        return new Totals(
                direct,
                ofKind(SourceEmission.Kind.CO2),
                ofKind(SourceEmission.Kind.N2O),
                ofKind(SourceEmission.Kind.PFC),
                biogenic,
                sum(attributed, ProcessEmissions::indirect),
                attributedDirect,
                direct.minus(attributedDirect));
    }

    private Quantity ofKind(SourceEmission.Kind kind) {
        return sum(sources.stream().filter(each -> each.kind() == kind).toList(), SourceEmission::fossil);
    }

    private static <T> Quantity sum(List<T> of, Function<T, Quantity> figure) {
        return of.stream().map(figure).reduce(CbamContext.co2e(BigDecimal.ZERO), Quantity::plus);
    }

    private List<LocalText> notices(List<FactorMatch> used) {
        LinkedHashSet<LocalText> notices = new LinkedHashSet<>();
        notices.add(context.method.standing());
        boolean usesTables = used.stream()
                .map(match -> match.factor().edition().name())
                .anyMatch(name -> name.equals("cbam-defaults") || name.equals("cbam-benchmarks"));
        if (usesTables) {
            notices.add(REPLACED);
        }
        notices.addAll(context.notices);
        used.stream()
                .filter(match -> match.factor().quality() == Quality.UNVERIFIED)
                .map(match -> match.factor().edition() + " " + match.factor().id())
                .forEach(name -> notices.add(new LocalText("未经核实的因子：" + name, "unverified factor: " + name)));
        return List.copyOf(notices);
    }

    private List<TraceNode> traces(List<GoodResult> made, List<CertificateResult> certificates) {
        List<TraceNode> traces = new ArrayList<>();
        traces.add(new TraceNode(
                "installation",
                new LocalText("设施的直接排放", "direct emissions of the installation"),
                "Σ",
                List.of(),
                sum(sources, SourceEmission::fossil),
                sources.stream().map(SourceEmission::trace).toList()));
        traces.addAll(units.traces());
        for (int i = 0; i < made.size(); i++) {
            GoodResult good = made.get(i);
            ProcessEmissions each = attributed.get(i);
            traces.add(embedded(good, each.directTrace(), true));
            traces.add(embedded(good, each.indirectTrace(), false));
            traces.add(counted(good));
        }
        certificates.forEach(certificate -> traces.add(certificate.trace()));
        return traces;
    }

    private TraceNode embedded(GoodResult good, TraceNode own, boolean isDirect) {
        List<TraceInput> inputs = new ArrayList<>();
        inputs.add(new TraceInput(
                "AL",
                new LocalText("活动水平", "activity level"),
                good.produced(),
                new Origin.Reading(good.process(), context.request.period(), null, null)));
        List<TraceNode> children = new ArrayList<>(List.of(own));
        for (PrecursorShare share : good.precursors()) {
            children.add(precursor(good, share, isDirect));
        }
        return new TraceNode(
                "process/" + good.process() + (isDirect ? "/direct" : "/indirect"),
                isDirect
                        ? new LocalText(good.name() + "：单位隐含直接排放", good.name() + ": specific embedded direct emissions")
                        : new LocalText(
                                good.name() + "：单位隐含间接排放", good.name() + ": specific embedded indirect emissions"),
                "(Attr + Σ M × SEE) ÷ AL",
                inputs,
                isDirect ? good.direct() : good.indirect(),
                children);
    }

    private TraceNode precursor(GoodResult good, PrecursorShare share, boolean isDirect) {
        List<TraceInput> inputs = new ArrayList<>();
        inputs.add(new TraceInput(
                "M",
                new LocalText("前体用量", "mass of the precursor"),
                share.mass(),
                new Origin.Reading(good.process(), context.request.period(), null, null)));
        PurchasedEmissions bought = goods.purchased().get(share.of());
        if (bought == null) {
            inputs.add(new TraceInput(
                    "SEE",
                    new LocalText(share.of() + " 的隐含排放", "embedded emissions of " + share.of()),
                    goods.embedded(share.of(), isDirect),
                    new Origin.Computed("process/" + share.of() + (isDirect ? "/direct" : "/indirect"))));
        } else {
            Set<String> shown = isDirect ? OF_DIRECT : OF_INDIRECT;
            bought.inputs().stream()
                    .filter(input -> shown.contains(input.symbol()))
                    .forEach(inputs::add);
        }
        return new TraceNode(
                "process/" + good.process() + (isDirect ? "/direct/" : "/indirect/") + share.of(),
                new LocalText("前体 " + share.of(), "precursor " + share.of()),
                inputs.stream()
                        .map(TraceInput::symbol)
                        .map(symbol -> symbol.equals("m") ? "(1 + m)" : symbol)
                        .collect(Collectors.joining(" × ")),
                inputs,
                isDirect ? share.embeddedDirect() : share.embeddedIndirect(),
                List.of());
    }

    private TraceNode counted(GoodResult good) {
        List<TraceNode> stated = new ArrayList<>();
        for (PrecursorShare share : good.precursors()) {
            PurchasedEmissions bought = goods.purchased().get(share.of());
            if (bought != null) {
                bought.inputs().stream()
                        .filter(input -> input.symbol().equals("SEE_ind'"))
                        .forEach(input -> stated.add(stated(good, share, input)));
            }
        }
        return new TraceNode(
                "process/" + good.process() + "/counted",
                new LocalText(good.name() + "：CBAM 计入的隐含排放", good.name() + ": embedded emissions that CBAM counts"),
                "SEE_dir + SEE_ind'",
                List.of(
                        new TraceInput(
                                "SEE_dir",
                                new LocalText("隐含直接排放", "embedded direct emissions"),
                                good.direct(),
                                new Origin.Computed("process/" + good.process() + "/direct")),
                        new TraceInput(
                                "SEE_ind'",
                                good.isDirectOnly()
                                        ? new LocalText(
                                                "应计入的间接排放：仅附件二以外前体的",
                                                "indirect emissions that count: those of precursors outside Annex II only")
                                        : new LocalText("应计入的间接排放", "indirect emissions that count"),
                                good.counted().minus(good.direct()),
                                new Origin.Computed("process/" + good.process() + "/indirect"))),
                good.counted(),
                stated);
    }

    /** What a purchased good of Annex II was stated to bring along of indirect emissions that count. */
    private static TraceNode stated(GoodResult good, PrecursorShare share, TraceInput input) {
        return new TraceNode(
                "process/" + good.process() + "/counted/" + share.of(),
                new LocalText(
                        "其中前体 " + share.of() + " 应计入的间接排放",
                        "of it indirect emissions of precursor " + share.of() + " that count"),
                "M × SEE_ind' ÷ AL",
                List.of(
                        new TraceInput(
                                "M",
                                new LocalText("前体用量", "mass of the precursor"),
                                share.mass(),
                                new Origin.Computed("process/" + good.process() + "/indirect/" + share.of())),
                        input),
                share.massShare().times(input.value()),
                List.of());
    }
}
