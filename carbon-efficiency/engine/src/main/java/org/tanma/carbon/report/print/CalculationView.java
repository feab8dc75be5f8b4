// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.report.print;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.tanma.carbon.report.content.CarbonReport.SourceLine;
import org.tanma.carbon.report.content.ReportWords;
import org.tanma.carbon.report.content.Step;

/** How each source was calculated: its formula, the parameters with where they come from, and each reading. */
final class CalculationView {
    private static final int READINGS_PER_ROW = 6;

    private final ReportWords words;

    CalculationView(ReportWords words) {
        this.words = words;
    }

    List<View> of(List<SourceLine> sources, Step root) {
        Map<String, Step> byId = new LinkedHashMap<>();
        collect(root, byId);
        return sources.stream()
                .flatMap(source -> Stream.ofNullable(byId.get(source.stepId()))
                        .filter(step -> !step.children().isEmpty())
                        .map(step -> source(source, step)))
                .toList();
    }

    private static void collect(Step step, Map<String, Step> byId) {
        byId.put(step.id(), step);
        step.children().forEach(child -> collect(child, byId));
    }

    private View source(SourceLine source, Step step) {
        List<Step> readings = step.children();
        Map<String, Set<Step.Input>> bySymbol = new LinkedHashMap<>();
        for (Step reading : readings) {
            reading.inputs().stream()
                    .filter(input -> !input.isReading())
                    .forEach(input -> bySymbol.computeIfAbsent(input.symbol(), key -> new LinkedHashSet<>())
                            .add(input));
        }
        return new View()
                .text("source", source.source())
                .text("label", words.word(source.label()))
                .text("activity", source.activity())
                .text("formula", readings.get(0).formula())
                .text("emission", PrintedFigures.mass(source.emission()))
                .text("unit", PrintedFigures.massUnit(source.emission()))
                .list(
                        "parameters",
                        bySymbol.values().stream().map(this::parameter).toList())
                .list("rows", rows(readings, bySymbol));
    }

    /** A parameter with its value, or with where the values stand if they are not the same in every period. */
    private View parameter(Set<Step.Input> values) {
        Step.Input first = values.iterator().next();
        boolean isOne = values.size() == 1;
        return new View()
                .text("symbol", first.symbol())
                .text("name", words.word(first.label()))
                .text("value", isOne ? PrintedFigures.plain(first.value()) : "")
                .text("unit", isOne ? PrintedFigures.unitOf(first.value()) : "")
                .text("origin", words.text("origin." + first.origin()))
                .text("reference", isOne ? first.reference() : words.text("chart.varies"));
    }

    private static List<View> rows(List<Step> readings, Map<String, Set<Step.Input>> bySymbol) {
        List<View> rows = new ArrayList<>();
        for (int from = 0; from < readings.size(); from += READINGS_PER_ROW) {
            List<View> cells = readings.subList(from, Math.min(readings.size(), from + READINGS_PER_ROW)).stream()
                    .map(reading -> cell(reading, bySymbol))
                    .toList();
            List<View> filled = new ArrayList<>(cells);
            while (filled.size() < READINGS_PER_ROW) {
                filled.add(new View().flag("isReading", false));
            }
            rows.add(new View().list("cells", filled));
        }
        return rows;
    }

    private static View cell(Step reading, Map<String, Set<Step.Input>> bySymbol) {
        View cell = new View()
                .flag("isReading", true)
                .text("period", reading.label().en())
                .text("amount", "")
                .text("amountUnit", "")
                .text("emission", PrintedFigures.mass(reading.value()))
                .texts(
                        "varying",
                        reading.inputs().stream()
                                .filter(input -> bySymbol.getOrDefault(input.symbol(), Set.of())
                                                .size()
                                        > 1)
                                .map(input -> input.symbol() + " " + PrintedFigures.plain(input.value()) + " "
                                        + PrintedFigures.unitOf(input.value()))
                                .toList());
        reading.inputs().stream()
                .filter(Step.Input::isReading)
                .findFirst()
                .ifPresent(input -> cell.text("amount", PrintedFigures.plain(input.value()))
                        .text("amountUnit", PrintedFigures.unitOf(input.value())));
        return cell;
    }
}
