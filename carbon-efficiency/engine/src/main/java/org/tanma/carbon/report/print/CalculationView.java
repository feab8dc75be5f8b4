// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.report.print;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        return new View()
                .text("source", source.source())
                .text("label", words.word(source.label()))
                .text("activity", source.activity())
                .text("formula", readings.get(0).formula())
                .text("emission", PrintedFigures.mass(source.emission()))
                .text("unit", PrintedFigures.massUnit(source.emission()))
                .list("parameters", parameters(readings))
                .list("rows", rows(readings));
    }

    private List<View> parameters(List<Step> readings) {
        Map<Step.Input, List<String>> used = new LinkedHashMap<>();
        for (Step reading : readings) {
            reading.inputs().stream()
                    .filter(input -> !input.isReading())
                    .forEach(input -> used.computeIfAbsent(input, key -> new ArrayList<>())
                            .add(reading.label().en()));
        }
        List<View> views = new ArrayList<>();
        used.forEach((input, periods) -> views.add(new View()
                .text("symbol", input.symbol())
                .text("name", words.word(input.label()))
                .text("value", PrintedFigures.plain(input.value()))
                .text("unit", PrintedFigures.unitOf(input.value()))
                .text("origin", words.text("origin." + input.origin()))
                .text("reference", input.reference())
                .text("periods", periods.size() == readings.size() ? "" : String.join(", ", periods))));
        return views;
    }

    private static List<View> rows(List<Step> readings) {
        List<View> rows = new ArrayList<>();
        for (int from = 0; from < readings.size(); from += READINGS_PER_ROW) {
            List<View> cells = readings.subList(from, Math.min(readings.size(), from + READINGS_PER_ROW)).stream()
                    .map(CalculationView::cell)
                    .toList();
            rows.add(new View().list("cells", cells));
        }
        return rows;
    }

    private static View cell(Step reading) {
        View cell = new View()
                .text("period", reading.label().en())
                .text("amount", "")
                .text("amountUnit", "")
                .text("emission", PrintedFigures.mass(reading.value()));
        reading.inputs().stream()
                .filter(Step.Input::isReading)
                .findFirst()
                .ifPresent(input -> cell.text("amount", PrintedFigures.plain(input.value()))
                        .text("amountUnit", PrintedFigures.unitOf(input.value())));
        return cell;
    }
}
