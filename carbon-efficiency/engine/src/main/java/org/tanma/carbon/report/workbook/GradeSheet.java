// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.report.workbook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.report.content.CarbonReport;
import org.tanma.carbon.report.content.GradePart;
import org.tanma.carbon.report.content.ReportWords;
import org.tanma.carbon.report.workbook.StepFormula.Term;

/** The sheet of the grade: L, K, their ranks and what is still to be saved, as formulas. */
final class GradeSheet {
    private static final int LABEL = 0;
    private static final int VALUE = 1;
    private static final int UNIT = 2;
    private static final int RESULT = 3;
    private static final int AGREES = 4;
    private static final int FACTOR = 5;
    private static final MathContext PRECISION = MathContext.DECIMAL128;

    private final CarbonReport report;
    private final ReportWords words;
    private final Sheet sheet;

    GradeSheet(Book book) {
        this.report = book.report();
        this.words = book.words();
        this.sheet = book.sheet(
                "sheet.grade",
                new int[] {44, 22, 18, 22, 8, 14},
                "column.what",
                "column.value",
                "column.unit",
                "column.result",
                "column.agrees",
                "column.unitFactor");
    }

    void write(SummarySheet summary) {
        @Nullable GradePart grade = report.grade();
        if (grade == null) {
            for (CarbonReport.RefusalLine refusal : report.refusals()) {
                sheet.text(LABEL, words.word(refusal.what()));
                sheet.text(VALUE, refusal.given());
                sheet.text(RESULT, refusal.allowed());
                sheet.next();
            }
            return;
        }
        sheet.text(LABEL, words.text("grade.scheme"));
        sheet.text(VALUE, words.word(grade.schemeTitle()) + " (" + grade.scheme() + ")");
        sheet.next();
        Optional<Term> sum = summary.find(grade.numerator().startsWith("total") ? "total" : "energyCo2")
                .filter(term ->
                        CalculationSheet.isClose(term.value(), grade.counted().coherentAmount()));
        String counted =
                figure("grade.counted", grade.counted(), sum.map(Term::text).orElse(null));
        Quantity deducted = grade.counted().minus(grade.net());
        String deductions = figure("grade.deducted", deducted, null);
        String net = figure("grade.net", grade.net(), counted + "-" + deductions);
        String valueAdded = figure("grade.valueAdded", grade.valueAdded(), null);
        String valueFactor = sheet.address(sheet.row() - 1, FACTOR);
        String ownFactor = sheet.address(FACTOR);
        String intensity = figure(
                "grade.intensity", grade.intensity(), net + "/(" + valueAdded + "*" + valueFactor + ")/" + ownFactor);
        rank("grade.level", grade.level(), grade.levels(), intensity);
        String average = figure("grade.average", grade.average(), null);
        String averageFactor = sheet.address(sheet.row() - 1, FACTOR);
        sheet.text(LABEL, words.text("grade.peers"));
        sheet.text(VALUE, words.word(grade.peers()));
        sheet.next();
        String ratio = sheet.address(VALUE);
        sheet.text(LABEL, words.text("grade.ratio"));
        sheet.formula(VALUE, intensity + "/" + average);
        sheet.number(RESULT, grade.ratio());
        sheet.formula(AGREES, CalculationSheet.agrees(ratio, sheet.address(RESULT)));
        sheet.next();
        rank("grade.grade", grade.grade(), grade.grades(), ratio);
        String money = "*" + average + "*" + averageFactor + "*" + valueAdded + "*" + valueFactor;
        toBetter("grade.toBetterGrade", grade.toBetterGrade(), grade.grades(), grade.grade(), net, money);
        String plain = "*" + ownFactor + "*" + valueAdded + "*" + valueFactor;
        toBetter("grade.toBetterLevel", grade.toBetterLevel(), grade.levels(), grade.level(), net, plain);
        figure("grade.neutralShare", grade.neutralShare(), null);
        scale("grade.levels", grade.levels());
        scale("grade.grades", grade.grades());
    }

    /** A figure in its own unit; the cell it stands in. */
    private String figure(String key, Quantity quantity, @Nullable String formula) {
        sheet.text(LABEL, words.text(key));
        if (formula == null) {
            sheet.number(VALUE, quantity.amount());
        } else {
            sheet.formula(VALUE, formula);
        }
        sheet.text(UNIT, quantity.unit().symbol());
        sheet.number(RESULT, quantity.amount());
        sheet.formula(AGREES, CalculationSheet.agrees(sheet.address(VALUE), sheet.address(RESULT)));
        sheet.number(FACTOR, quantity.unit().coherentFactor());
        String cell = sheet.address(VALUE);
        sheet.next();
        return cell;
    }

    private void rank(String key, int rank, List<GradePart.ScaleStep> scale, String cell) {
        StringBuilder formula = new StringBuilder();
        int closing = 0;
        for (GradePart.ScaleStep step : scale) {
            @Nullable BigDecimal bound = step.upperBound();
            if (bound == null) {
                formula.append(step.rank());
            } else {
                formula.append("IF(")
                        .append(cell)
                        .append(step.isBoundIncluded() ? "<=" : "<")
                        .append(bound.toPlainString())
                        .append(',')
                        .append(step.rank())
                        .append(',');
                closing++;
            }
        }
        sheet.text(LABEL, words.text(key));
        if (scale.isEmpty()) {
            sheet.number(VALUE, BigDecimal.valueOf(rank));
        } else {
            sheet.formula(VALUE, formula + ")".repeat(closing));
        }
        sheet.text(UNIT, words.word(GradePart.nameOf(scale, rank)));
        sheet.number(RESULT, BigDecimal.valueOf(rank));
        sheet.formula(AGREES, CalculationSheet.agrees(sheet.address(VALUE), sheet.address(RESULT)));
        sheet.next();
    }

    private void toBetter(
            String key,
            @Nullable Quantity distance,
            List<GradePart.ScaleStep> scale,
            int rank,
            String net,
            String perBound) {
        if (distance == null) {
            return;
        }
        Optional<BigDecimal> bound = scale.stream()
                .filter(step -> step.rank() == rank - 1)
                .flatMap(step -> Optional.ofNullable(step.upperBound()).stream())
                .findFirst();
        figure(
                key,
                distance,
                bound.map(b -> net + "-" + b.round(PRECISION).toPlainString() + perBound)
                        .orElse(null));
    }

    private void scale(String key, List<GradePart.ScaleStep> scale) {
        for (GradePart.ScaleStep step : scale) {
            sheet.text(LABEL, words.text(key) + " " + step.rank());
            sheet.text(VALUE, words.word(step.label()));
            sheet.text(UNIT, step.bound());
            sheet.next();
        }
    }
}
