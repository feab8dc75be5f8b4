// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.inventory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tanma.carbon.method.MethodTerm;
import org.tanma.carbon.method.Origin;
import org.tanma.carbon.method.TraceInput;
import org.tanma.carbon.method.TraceNode;
import org.tanma.carbon.quantity.Dimension;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.text.LocalText;

/** Builds the tree total → scope → term → source → reading. */
final class TraceBuilder {
    private static final String SUM = "Σ";

    private final ResolvedBasis basis;
    private final ActivityNames names;

    TraceBuilder(ResolvedBasis basis, ActivityNames names) {
        this.basis = basis;
        this.names = names;
    }

    /** The tree; its first two children are scope 1 and scope 2. */
    TraceNode build(List<CalculatedSource> sources) {
        TraceNode direct = scope(1, new LocalText("范围一 直接排放", "scope 1, direct"), sources);
        TraceNode purchased = scope(2, new LocalText("范围二 购入能源", "scope 2, purchased energy"), sources);
        return sum(
                "total",
                new LocalText("温室气体排放总量", "total greenhouse gas emissions"),
                direct.value().plus(purchased.value()),
                List.of(direct, purchased));
    }

    private TraceNode scope(int scope, LocalText label, List<CalculatedSource> sources) {
        String id = "total/scope-" + scope;
        Map<String, List<CalculatedSource>> byTerm = new LinkedHashMap<>();
        for (MethodTerm term : basis.method().terms()) {
            List<CalculatedSource> ofTerm = sources.stream()
                    .filter(source -> source.term().id().equals(term.id()))
                    .toList();
            if (term.scope() == scope && !ofTerm.isEmpty()) {
                byTerm.put(term.id(), ofTerm);
            }
        }
        List<TraceNode> terms = new ArrayList<>();
        byTerm.forEach((term, ofTerm) -> terms.add(term(id + "/" + term, ofTerm)));
        TraceInput gwp = new TraceInput(
                "GWP",
                new LocalText("全球增温潜势", "global warming potential"),
                basis.co2Gwp().factor().value(),
                new Origin.FromFactor(basis.co2Gwp()));
        return new TraceNode(id, label, "Σ CO2 × GWP", List.of(gwp), add(terms).times(gwp.value()), terms);
    }

    private TraceNode term(String id, List<CalculatedSource> sources) {
        List<TraceNode> children =
                sources.stream().map(source -> source(id, source)).toList();
        return sum(id, sources.get(0).term().label(), add(children), children);
    }

    private TraceNode source(String parent, CalculatedSource calculated) {
        String item = calculated.source().activity().item();
        String id = parent + "/" + calculated.source().source() + (item.isEmpty() ? "" : "/" + item);
        List<TraceNode> children = calculated.readings().stream()
                .map(reading -> reading(id, calculated, reading))
                .toList();
        LocalText label = names.label(calculated.term().label(), item);
        String source = calculated.source().source();
        return sum(id, new LocalText(source + " " + label.zh(), source + " " + label.en()), add(children), children);
    }

    private static TraceNode reading(String parent, CalculatedSource calculated, CalculatedReading reading) {
        ActivityEntry entry = reading.entry();
        String period = entry.period().toString();
        List<TraceInput> inputs = new ArrayList<>();
        inputs.add(new TraceInput(
                "AD",
                new LocalText("活动数据", "activity data"),
                entry.amount(),
                new Origin.Reading(entry.source(), period, entry.meter(), entry.evidenceDigest())));
        inputs.addAll(reading.computed().inputs());
        String formula = calculated.term().calculation().calculation().formula();
        return new TraceNode(
                parent + "/" + period,
                new LocalText(period, period),
                calculated.term().isSubtracted() ? "−(" + formula + ")" : formula,
                inputs,
                calculated.signedCo2(reading),
                List.of());
    }

    private static TraceNode sum(String id, LocalText label, Quantity value, List<TraceNode> children) {
        return new TraceNode(id, label, SUM, List.of(), value, children);
    }

    private static Quantity add(List<TraceNode> children) {
        return children.stream().map(TraceNode::value).reduce(Quantity.zero(Dimension.CO2), Quantity::plus);
    }
}
