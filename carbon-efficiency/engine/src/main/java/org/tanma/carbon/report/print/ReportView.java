// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.report.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.report.content.CarbonReport;
import org.tanma.carbon.report.content.GradePart;
import org.tanma.carbon.report.content.ReportKind;
import org.tanma.carbon.report.content.ReportStamp;
import org.tanma.carbon.report.content.ReportTable;
import org.tanma.carbon.report.content.ReportWords;

/** A report in the terms of its template. */
final class ReportView {
    private final CarbonReport report;
    private final ReportKind kind;
    private final ReportWords words;
    private final Charts charts;

    ReportView(CarbonReport report, ReportKind kind, ReportWords words) {
        this.report = report;
        this.kind = kind;
        this.words = words;
        this.charts = new Charts(words);
    }

    Map<String, Object> values() {
        View view = new View().with(words.plain());
        subject(view);
        sums(view);
        lists(view);
        grade(view);
        stamp(view, report.stamp());
        return view.values();
    }

    private void subject(View view) {
        var industry = report.subject().industry();
        boolean isInventory = kind == ReportKind.INVENTORY;
        view.text("language", words.isChinese() ? "zh-CN" : "en")
                .text("title", words.text("title." + kind.code()))
                .flag("isInventory", isInventory)
                .flag("isEvaluation", !isInventory)
                .flag("isDemonstration", report.subject().isDemonstration())
                .text("name", words.word(report.subject().name()))
                .text("identifier", report.subject().identifier())
                .flag("hasIdentifier", !report.subject().identifier().isEmpty())
                .text("industry", industry == null ? "" : words.word(industry))
                .flag("hasIndustry", industry != null)
                .text("year", String.valueOf(report.year()))
                .list(
                        "basis",
                        report.basis().stream()
                                .map(line -> new View()
                                        .text("label", words.word(line.label()))
                                        .text("value", words.word(line.value())))
                                .toList());
    }

    private void sums(View view) {
        var total = report.sums().get(0).value();
        view.text("total", PrintedFigures.mass(total))
                .text("totalUnit", PrintedFigures.massUnit(total))
                .list(
                        "sums",
                        report.sums().stream()
                                .map(sum -> new View()
                                        .text("label", words.word(sum.label()))
                                        .text("value", printed(sum))
                                        .text("unit", PrintedFigures.massUnit(sum.value()))
                                        .flag("isPart", sum.depth() > 0))
                                .toList());
    }

    private static String printed(CarbonReport.SumLine sum) {
        return sum.code().equals("perOutput")
                ? PrintedFigures.ratio(sum.value().coherentAmount())
                : PrintedFigures.mass(sum.value());
    }

    private void lists(View view) {
        view.list("bars", charts.bars(report.sources()))
                .list("columns", charts.columns(report.periods()))
                .list("sources", report.sources().stream().map(this::source).toList())
                .list(
                        "calculations",
                        kind == ReportKind.INVENTORY
                                ? new CalculationView(words).of(report.sources(), report.steps())
                                : List.of())
                .list("factors", report.factors().stream().map(this::factor).toList())
                .list("tables", report.tables().stream().map(this::table).toList())
                .texts("absent", report.absentTerms())
                .texts(
                        "notCovered",
                        report.notCovered().stream().map(words::word).toList())
                .texts("notices", report.notices().stream().map(words::word).toList());
    }

    private View source(CarbonReport.SourceLine source) {
        return new View()
                .text("source", source.source())
                .text("label", words.word(source.label()))
                .text("activity", source.activity())
                .text("scope", String.valueOf(source.scope()))
                .text("amount", PrintedFigures.plain(source.amount()))
                .text("unit", PrintedFigures.unitOf(source.amount()))
                .text("emission", PrintedFigures.mass(source.emission()))
                .text("share", PrintedFigures.percent(source.share()));
    }

    private View factor(CarbonReport.FactorLine factor) {
        return new View()
                .text("edition", factor.edition())
                .text("id", factor.id())
                .text("place", factor.geography())
                .text("value", PrintedFigures.plain(factor.value()))
                .text("unit", PrintedFigures.unitOf(factor.value()))
                .text("document", factor.source())
                .text("quality", words.word(factor.quality()))
                .text("earlier", factor.yearsEarlier() == 0 ? "" : "−" + factor.yearsEarlier());
    }

    private View table(ReportTable table) {
        List<Boolean> ofFigures = new ArrayList<>();
        List<View> headers = new ArrayList<>();
        for (int column = 0; column < table.headers().size(); column++) {
            int at = column;
            ofFigures.add(table.rows().stream().anyMatch(row -> row.get(at).figure() != null));
            headers.add(new View()
                    .text("text", words.word(table.headers().get(column)))
                    .flag("isFigure", ofFigures.get(column)));
        }
        return new View()
                .text("title", words.word(table.title()))
                .list("headers", headers)
                .list(
                        "rows",
                        table.rows().stream().map(row -> row(row, ofFigures)).toList());
    }

    /** A row, each cell on the side of the figures of its column. */
    private View row(List<ReportTable.Cell> row, List<Boolean> ofFigures) {
        List<View> cells = new ArrayList<>();
        for (int column = 0; column < row.size(); column++) {
            cells.add(new View().text("text", text(row.get(column))).flag("isFigure", ofFigures.get(column)));
        }
        return new View().list("cells", cells);
    }

    private String text(ReportTable.Cell cell) {
        Quantity figure = cell.figure();
        var text = cell.text();
        if (figure == null) {
            return text == null ? "" : words.word(text);
        }
        return cell.isShare()
                ? PrintedFigures.percent(figure)
                : PrintedFigures.plain(figure) + " " + PrintedFigures.unitOf(figure);
    }

    private void grade(View view) {
        @Nullable GradePart grade = report.grade();
        view.list("grade", grade == null ? List.of() : List.of(grade(grade)))
                .list(
                        "refusals",
                        report.refusals().stream()
                                .map(refusal -> new View()
                                        .text("what", words.word(refusal.what()))
                                        .text("given", refusal.given())
                                        .text("allowed", refusal.allowed()))
                                .toList());
    }

    private View grade(GradePart grade) {
        List<View> lines = new ArrayList<>();
        lines.add(line("grade.counted", PrintedFigures.mass(grade.counted()), grade.counted()));
        lines.add(line("grade.notCounted", PrintedFigures.mass(grade.notCounted()), grade.notCounted()));
        Quantity deducted = grade.counted().minus(grade.net());
        lines.add(line("grade.deducted", PrintedFigures.mass(deducted), deducted));
        lines.add(line("grade.net", PrintedFigures.mass(grade.net()), grade.net()));
        lines.add(line("grade.valueAdded", PrintedFigures.plain(grade.valueAdded()), grade.valueAdded()));
        lines.add(line("grade.intensity", PrintedFigures.ratio(grade.intensity().amount()), grade.intensity()));
        lines.add(line("grade.average", PrintedFigures.ratio(grade.average().amount()), grade.average()));
        lines.add(new View()
                .text("label", words.text("grade.ratio"))
                .text("value", PrintedFigures.ratio(grade.ratio()))
                .text("unit", ""));
        toBetter(lines, "grade.toBetterGrade", grade.toBetterGrade());
        toBetter(lines, "grade.toBetterLevel", grade.toBetterLevel());
        return new View()
                .text("scheme", words.word(grade.schemeTitle()))
                .text("schemeEdition", grade.scheme())
                .text("rank", String.valueOf(grade.grade()))
                .text("rankLabel", words.word(GradePart.nameOf(grade.grades(), grade.grade())))
                .text("level", String.valueOf(grade.level()))
                .text("levelLabel", words.word(GradePart.nameOf(grade.levels(), grade.level())))
                .text("ratio", PrintedFigures.ratio(grade.ratio()))
                .text("intensity", PrintedFigures.ratio(grade.intensity().amount()))
                .text("intensityUnit", PrintedFigures.unitOf(grade.intensity()))
                .text("neutralShare", PrintedFigures.percent(grade.neutralShare()))
                .text("peers", words.word(grade.peers()))
                .list("gradeScale", charts.scale(grade.grades(), grade.grade()))
                .list("levelScale", charts.scale(grade.levels(), grade.level()))
                .list("lines", lines);
    }

    private View line(String key, String value, Quantity quantity) {
        return new View()
                .text("label", words.text(key))
                .text("value", value)
                .text("unit", PrintedFigures.unitOf(quantity));
    }

    private void toBetter(List<View> lines, String key, @Nullable Quantity distance) {
        lines.add(
                distance == null
                        ? new View()
                                .text("label", words.text(key))
                                .text("value", words.text("grade.best"))
                                .text("unit", "")
                        : line(key, PrintedFigures.mass(distance), distance));
    }

    private void stamp(View view, ReportStamp stamp) {
        List<View> lines = new ArrayList<>();
        stamp(lines, "about.resultDigest", stamp.resultDigest());
        stamp(lines, "about.gradeDigest", stamp.gradeDigest());
        stamp(lines, "about.inputsDigest", stamp.inputsDigest());
        stamp(lines, "about.evaluation", stamp.evaluation());
        stamp(lines, "about.computedAt", stamp.computedAt());
        view.list("stamps", lines).text("digest", stamp.resultDigest());
    }

    private void stamp(List<View> lines, String key, @Nullable String value) {
        if (value != null) {
            lines.add(new View().text("label", words.text(key)).text("value", value));
        }
    }
}
