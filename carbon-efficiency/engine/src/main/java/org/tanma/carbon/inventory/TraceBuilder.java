// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.inventory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tanma.carbon.factor.FactorMatch;
import org.tanma.carbon.method.Gas;
import org.tanma.carbon.method.LazyList;
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
    private static final LocalText GWP = new LocalText("全球增温潜势", "global warming potential");

    private final ResolvedBasis basis;
    private final ActivityNames names;

    TraceBuilder(ResolvedBasis basis, ActivityNames names) {
        this.basis = basis;
        this.names = names;
    }

    /** The tree; its first two children are scope 1 and scope 2, which are built when first looked at. */
    TraceNode build(List<CalculatedSource> sources, Quantity total) {
        return sum(
                "total",
                new LocalText("温室气体排放总量", "total greenhouse gas emissions"),
                total,
                LazyList.of(() -> List.of(
                        scope(1, new LocalText("范围一 直接排放", "scope 1, direct"), sources),
                        scope(2, new LocalText("范围二 购入能源", "scope 2, purchased energy"), sources))));
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
        List<TraceNode> otherGases = terms.stream()
                .filter(term -> term.value().dimension().equals(Dimension.CO2E))
                .toList();
        List<TraceNode> co2 =
                terms.stream().filter(term -> !otherGases.contains(term)).toList();
        TraceInput gwp =
                new TraceInput("GWP", GWP, basis.co2Gwp().factor().value(), new Origin.FromFactor(basis.co2Gwp()));
        Quantity ofCo2 = add(co2, Dimension.CO2).times(gwp.value());
        return otherGases.isEmpty()
                ? new TraceNode(id, label, "Σ CO2 × GWP", List.of(gwp), ofCo2, terms)
                : new TraceNode(
                        id,
                        label,
                        "Σ CO2 × GWP + Σ CO2e",
                        List.of(gwp),
                        ofCo2.plus(add(otherGases, Dimension.CO2E)),
                        terms);
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

    TraceNode reading(String parent, CalculatedSource calculated, CalculatedReading reading) {
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
        String signed = calculated.term().isSubtracted() ? "−(" + formula + ")" : formula;
        return reading.otherGases().isEmpty()
                ? new TraceNode(
                        parent + "/" + period,
                        new LocalText(period, period),
                        signed,
                        inputs,
                        calculated.signedCo2(reading),
                        List.of())
                : gases(parent + "/" + period, signed, inputs, calculated, reading);
    }

    /** A reading with gases beside CO2, in tCO2e; each gas is a child with its GWP. */
    private TraceNode gases(
            String id,
            String formula,
            List<TraceInput> inputs,
            CalculatedSource calculated,
            CalculatedReading reading) {
        List<TraceNode> children = new ArrayList<>();
        Quantity co2 = calculated.signedCo2(reading);
        if (co2.signum() != 0) {
            children.add(gas(id, Gas.CO2, co2, basis.co2Gwp()));
        }
        for (CalculatedReading.Weighted gas : reading.otherGases()) {
            children.add(
                    gas(id, gas.amount().gas(), calculated.signed(gas.amount().massT()), gas.gwp()));
        }
        String period = reading.entry().period().toString();
        return new TraceNode(
                id,
                new LocalText(period, period),
                formula + "; Σ m × GWP",
                inputs,
                calculated.signedEmission(reading, basis.co2Gwp().factor().value()),
                children);
    }

    private static TraceNode gas(String parent, Gas gas, Quantity mass, FactorMatch gwp) {
        Quantity potential = gwp.factor().value();
        return new TraceNode(
                parent + "/" + gas.code(),
                new LocalText(gas.symbol(), gas.symbol()),
                "m × GWP",
                List.of(
                        new TraceInput(
                                "m", new LocalText("气体质量", "mass of the gas"), mass, new Origin.Computed(parent)),
                        new TraceInput("GWP", GWP, potential, new Origin.FromFactor(gwp))),
                mass.times(potential),
                List.of());
    }

    private static TraceNode sum(String id, LocalText label, Quantity value, List<TraceNode> children) {
        return new TraceNode(id, label, SUM, List.of(), value, children);
    }

    /** The sum of children that are all in tCO2, or all in tCO2e. */
    private static Quantity add(List<TraceNode> children) {
        return add(
                children,
                children.isEmpty() ? Dimension.CO2 : children.get(0).value().dimension());
    }

    private static Quantity add(List<TraceNode> children, Dimension dimension) {
        return children.stream().map(TraceNode::value).reduce(Quantity.zero(dimension), Quantity::plus);
    }
}
