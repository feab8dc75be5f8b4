// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.inventory;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tanma.carbon.factor.FactorMatch;
import org.tanma.carbon.method.Origin;
import org.tanma.carbon.method.TraceNode;
import org.tanma.carbon.quantity.Dimension;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.text.LocalText;

/** Adds the computed sources of scope 3 up. All sums run in the order of term, source, activity and period. */
final class ValueChainAssembler {
    private static final int MONTHS = 12;

    private final int year;
    private final ActivityNames names;
    private final TraceBuilder readings;

    ValueChainAssembler(int year, ActivityNames names, TraceBuilder readings) {
        this.year = year;
        this.names = names;
        this.readings = readings;
    }

    /** The sum of sources that all belong to scope 3, at least one. */
    ValueChain assemble(List<CalculatedSource> sources) {
        TraceNode trace = trace(sources);
        return new ValueChain(
                trace.value(),
                sources.stream()
                        .map(source -> sourceTotal(source, trace.value()))
                        .sorted(Comparator.comparing(SourceTotal::emission, Comparator.reverseOrder())
                                .thenComparing(SourceTotal::source)
                                .thenComparing(SourceTotal::activity))
                        .toList(),
                factors(sources),
                sources.stream()
                        .map(source -> source.source())
                        .flatMap(source -> gaps(source).stream())
                        .toList(),
                trace);
    }

    private TraceNode trace(List<CalculatedSource> sources) {
        Map<String, List<CalculatedSource>> byTerm = new LinkedHashMap<>();
        for (CalculatedSource source : sources) {
            byTerm.computeIfAbsent(source.term().id(), term -> new ArrayList<>())
                    .add(source);
        }
        List<TraceNode> terms = new ArrayList<>();
        byTerm.forEach((term, ofTerm) -> terms.add(sum(
                "value-chain/" + term,
                ofTerm.get(0).term().label(),
                ofTerm.stream()
                        .map(source -> source("value-chain/" + term, source))
                        .toList())));
        return sum("value-chain", new LocalText("范围三 价值链排放", "scope 3, value chain"), terms);
    }

    private TraceNode source(String parent, CalculatedSource calculated) {
        SourceReadings source = calculated.source();
        String item = source.activity().item();
        String id = parent + "/" + source.source() + (item.isEmpty() ? "" : "/" + item);
        LocalText label = names.label(calculated.term().label(), item);
        return sum(
                id,
                new LocalText(source.source() + " " + label.zh(), source.source() + " " + label.en()),
                calculated.readings().stream()
                        .map(reading -> readings.reading(id, calculated, reading))
                        .toList());
    }

    private static TraceNode sum(String id, LocalText label, List<TraceNode> children) {
        Quantity value = children.stream().map(TraceNode::value).reduce(Quantity.zero(Dimension.CO2E), Quantity::plus);
        return new TraceNode(id, label, "Σ", List.of(), value, children);
    }

    private SourceTotal sourceTotal(CalculatedSource calculated, Quantity total) {
        SourceReadings source = calculated.source();
        List<PeriodTotal> periods = calculated.readings().stream()
                .map(reading -> new PeriodTotal(reading.entry().period(), calculated.signedCo2(reading)))
                .toList();
        Quantity emission =
                periods.stream().map(PeriodTotal::emission).reduce(Quantity.zero(Dimension.CO2E), Quantity::plus);
        return new SourceTotal(
                source.source(),
                source.activity(),
                names.label(calculated.term().label(), source.activity().item()),
                calculated.term().scope(),
                calculated.readings().stream()
                        .map(reading -> reading.entry().amount())
                        .reduce(Quantity::plus)
                        .orElseThrow(),
                emission,
                total.signum() == 0 ? Quantity.zero(Dimension.NONE) : emission.dividedBy(total),
                periods);
    }

    private static List<FactorMatch> factors(List<CalculatedSource> sources) {
        Map<String, FactorMatch> used = new TreeMap<>();
        sources.stream()
                .flatMap(source -> source.readings().stream())
                .flatMap(reading -> reading.computed().inputs().stream())
                .forEach(input -> {
                    if (input.origin() instanceof Origin.FromFactor from) {
                        used.put(
                                from.match().factor().edition() + " "
                                        + from.match().factor().id(),
                                from.match());
                    }
                });
        return List.copyOf(used.values());
    }

    private List<LocalText> gaps(SourceReadings source) {
        String months = IntStream.rangeClosed(1, MONTHS)
                .mapToObj(month -> YearMonth.of(year, month))
                .filter(month -> source.entries().stream()
                        .noneMatch(entry -> entry.period().contains(month)))
                .map(YearMonth::toString)
                .collect(Collectors.joining(", "));
        String name = source.source() + " " + source.activity();
        return months.isEmpty()
                ? List.of()
                : List.of(new LocalText(
                        "范围三 " + name + " 未填报的月份：" + months, "scope 3 of " + name + " is not reported for " + months));
    }
}
