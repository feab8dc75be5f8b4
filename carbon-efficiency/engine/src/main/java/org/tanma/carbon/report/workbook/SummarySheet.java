// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.report.workbook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.quantity.Dimension;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.report.content.CarbonReport;
import org.tanma.carbon.report.content.CarbonReport.SumLine;
import org.tanma.carbon.report.content.ReportStamp;
import org.tanma.carbon.report.content.ReportSubject;
import org.tanma.carbon.report.content.ReportWords;
import org.tanma.carbon.report.content.Step;
import org.tanma.carbon.report.workbook.StepFormula.Term;
import org.tanma.carbon.text.LocalText;

/** The first sheet: whose result, by which rules, the sums, and what a reader should know. */
final class SummarySheet {
    private static final int LABEL = 0;
    private static final int VALUE = 1;
    private static final int UNIT = 2;
    private static final int RESULT = 3;
    private static final int AGREES = 4;

    private final CarbonReport report;
    private final ReportWords words;
    private final Sheet sheet;
    private final Map<String, Term> sums = new HashMap<>();

    SummarySheet(Book book) {
        this.report = book.report();
        this.words = book.words();
        this.sheet = book.sheet(
                "sheet.summary",
                new int[] {44, 24, 14, 24, 8},
                "column.what",
                "column.value",
                "column.unit",
                "column.result",
                "column.agrees");
    }

    /** The sum of this code in coherent units, and its cell. */
    Optional<Term> find(String code) {
        return Optional.ofNullable(sums.get(code));
    }

    void write(CalculationSheet calculation) {
        ReportSubject subject = report.subject();
        line("about.subject", words.word(subject.name()));
        if (!subject.identifier().isEmpty()) {
            line("about.identifier", subject.identifier());
        }
        if (subject.industry() != null) {
            line("about.industry", words.word(subject.industry()));
        }
        line("about.year", String.valueOf(report.year()));
        report.basis().forEach(basis -> line(basis.label(), words.word(basis.value())));
        sheet.next();
        report.sums().forEach(sum -> write(sum, calculation));
        sheet.next();
        stamp(report.stamp());
        list("about.absent", report.absentTerms());
        list("about.notCovered", report.notCovered().stream().map(words::word).toList());
        list("about.notices", report.notices().stream().map(words::word).toList());
        if (!calculation.constants().isEmpty()) {
            list("about.constants", calculation.constants());
        }
    }

    private void write(SumLine sum, CalculationSheet calculation) {
        Quantity value = sum.value();
        BigDecimal figure = value.coherentAmount();
        Optional<Term> formula =
                formula(sum, calculation).filter(term -> CalculationSheet.isClose(term.value(), figure));
        sheet.text(LABEL, words.word(sum.label()));
        sheet.indent(LABEL, sum.depth());
        String own = sheet.address(VALUE);
        if (formula.isPresent()) {
            sheet.formula(VALUE, formula.get().text());
        } else {
            sheet.number(VALUE, figure);
        }
        sheet.format(VALUE, sum.code().equals("perOutput") ? "0.000000" : "#,##0.00");
        sheet.text(UNIT, value.dimension().coherentSymbol());
        sheet.number(RESULT, figure);
        sheet.formula(AGREES, CalculationSheet.agrees(own, sheet.address(RESULT)));
        sums.put(sum.code(), new Term(figure, own));
        sheet.next();
    }

    private Optional<Term> formula(SumLine sum, CalculationSheet calculation) {
        return switch (sum.code()) {
            case "total" -> calculation.find(report.steps().id());
            case "scope1" -> calculation.find("total/scope-1");
            case "scope2" -> calculation.find("total/scope-2");
            case "energyCo2" -> terms(calculation, true);
            case "processCo2" -> terms(calculation, false);
            case "perOutput" -> perOutput();
            default -> Optional.empty();
        };
    }

    /** The sum of the terms that count as energy use, or of the others. */
    private Optional<Term> terms(CalculationSheet calculation, boolean isEnergy) {
        if (report.energySteps().isEmpty()) {
            return Optional.empty();
        }
        List<Term> found = report.steps().children().stream()
                .flatMap(scope -> scope.children().stream())
                .filter(term -> term.value().dimension().equals(Dimension.CO2))
                .map(Step::id)
                .filter(id -> report.energySteps().contains(id) == isEnergy)
                .flatMap(id -> calculation.find(id).stream())
                .toList();
        BigDecimal value = found.stream().map(Term::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        String text = found.isEmpty()
                ? "0"
                : String.join("+", found.stream().map(Term::text).toList());
        return Optional.of(new Term(value, text));
    }

    private Optional<Term> perOutput() {
        @Nullable Term total = sums.get("total");
        @Nullable Term output = sums.get("output");
        if (total == null || output == null || output.value().signum() == 0) {
            return Optional.empty();
        }
        return Optional.of(new Term(
                total.value().divide(output.value(), MathContext.DECIMAL128), total.text() + "/" + output.text()));
    }

    private void stamp(ReportStamp stamp) {
        line("about.resultDigest", stamp.resultDigest());
        optional("about.gradeDigest", stamp.gradeDigest());
        optional("about.inputsDigest", stamp.inputsDigest());
        optional("about.evaluation", stamp.evaluation());
        optional("about.computedAt", stamp.computedAt());
        line("about.rounding", words.text("workbook.rounding"));
    }

    private void optional(String key, @Nullable String value) {
        if (value != null) {
            line(key, value);
        }
    }

    private void list(String key, List<String> texts) {
        for (String text : texts) {
            line(key, text);
        }
    }

    private void line(String key, String value) {
        sheet.text(LABEL, words.text(key));
        sheet.text(VALUE, value);
        sheet.next();
    }

    private void line(LocalText label, String value) {
        sheet.text(LABEL, words.word(label));
        sheet.text(VALUE, value);
        sheet.next();
    }
}
