// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.report.workbook;

import java.math.BigDecimal;
import java.util.Optional;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.report.content.CarbonReport;
import org.tanma.carbon.report.content.ReportTable;
import org.tanma.carbon.report.content.ReportWords;
import org.tanma.carbon.report.workbook.StepFormula.Term;

/** The sheets that are lists: sources, periods, factors, and the further tables of a report. */
final class ListSheets {
    private static final String MASS_FORMAT = "#,##0.00";

    private final Book book;
    private final CarbonReport report;
    private final ReportWords words;

    ListSheets(Book book) {
        this.book = book;
        this.report = book.report();
        this.words = book.words();
    }

    void sources(CalculationSheet calculation, SummarySheet summary) {
        Sheet sheet = book.sheet(
                "sheet.sources",
                new int[] {24, 34, 26, 8, 18, 12, 18, 10},
                "column.source",
                "column.name",
                "column.activity",
                "column.scope",
                "column.amount",
                "column.unit",
                "column.emission",
                "column.share");
        for (CarbonReport.SourceLine source : report.sources()) {
            sheet.text(0, source.source());
            sheet.text(1, words.word(source.label()));
            sheet.text(2, source.activity());
            sheet.number(3, BigDecimal.valueOf(source.scope()));
            sheet.number(4, source.amount().amount());
            sheet.text(5, source.amount().unit().symbol());
            BigDecimal emission = source.emission().coherentAmount();
            Optional<Term> step =
                    calculation.find(source.stepId()).filter(term -> CalculationSheet.isClose(term.value(), emission));
            if (step.isPresent()) {
                sheet.formula(6, step.get().text());
            } else {
                sheet.number(6, emission);
            }
            sheet.format(6, MASS_FORMAT);
            Optional<Term> total =
                    summary.find("total").filter(term -> term.value().signum() != 0);
            if (total.isPresent()) {
                sheet.formula(7, sheet.address(6) + "/" + total.get().text());
            } else {
                sheet.number(7, source.share().coherentAmount());
            }
            sheet.format(7, "0.00%");
            sheet.next();
        }
    }

    void periods(CalculationSheet calculation) {
        Sheet sheet = book.sheet(
                "sheet.periods",
                new int[] {14, 20, 20, 8},
                "column.period",
                "column.emission",
                "column.result",
                "column.agrees");
        for (CarbonReport.PeriodLine period : report.periods()) {
            sheet.text(0, period.period());
            sheet.formula(1, calculation.sumOfPeriod(sheet.address(0)));
            sheet.format(1, MASS_FORMAT);
            sheet.number(2, period.emission().coherentAmount());
            sheet.formula(3, CalculationSheet.agrees(sheet.address(1), sheet.address(2)));
            sheet.next();
        }
    }

    void factors() {
        Sheet sheet = book.sheet(
                "sheet.factors",
                new int[] {30, 34, 12, 18, 16, 80, 16, 10},
                "column.edition",
                "column.factor",
                "column.place",
                "column.value",
                "column.unit",
                "column.document",
                "column.quality",
                "column.yearsEarlier");
        for (CarbonReport.FactorLine factor : report.factors()) {
            sheet.text(0, factor.edition());
            sheet.text(1, factor.id());
            sheet.text(2, factor.geography());
            sheet.number(3, factor.value().amount());
            sheet.text(4, factor.value().unit().symbol());
            sheet.text(5, factor.source());
            sheet.text(6, words.word(factor.quality()));
            sheet.number(7, BigDecimal.valueOf(factor.yearsEarlier()));
            sheet.next();
        }
    }

    void tables() {
        if (report.tables().isEmpty()) {
            return;
        }
        Sheet sheet = book.sheet("sheet.tables", new int[] {34, 24, 24, 24, 24, 24}, "column.what");
        for (ReportTable table : report.tables()) {
            sheet.text(0, words.word(table.title()));
            sheet.bold(0);
            sheet.next();
            for (int column = 0; column < table.headers().size(); column++) {
                sheet.text(column, words.word(table.headers().get(column)));
                sheet.bold(column);
            }
            sheet.next();
            for (var row : table.rows()) {
                for (int column = 0; column < row.size(); column++) {
                    write(sheet, column, row.get(column));
                }
                sheet.next();
            }
            sheet.next();
        }
    }

    private void write(Sheet sheet, int column, ReportTable.Cell cell) {
        Quantity figure = cell.figure();
        if (figure != null) {
            sheet.number(column, figure.amount());
            sheet.format(column, cell.isShare() ? "0.00%" : format(figure));
        } else if (cell.text() != null) {
            sheet.text(column, words.word(cell.text()));
        }
    }

    private static String format(Quantity figure) {
        return "#,##0.00####\" " + figure.unit().symbol().replace("\"", "") + "\"";
    }
}
