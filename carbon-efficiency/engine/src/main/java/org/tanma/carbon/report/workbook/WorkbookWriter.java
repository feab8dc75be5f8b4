// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.report.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.tanma.carbon.report.content.CarbonReport;
import org.tanma.carbon.report.content.ReportWords;

/**
 * Writes a report as XLSX.
 *
 * <p>Shape: a sheet of the sums, of the steps, of parameters and factors, of sources, periods, factors' documents and, where
 * there is a grade, of the grade. Every sum, product and quotient is a formula; beside it stands the figure the result holds,
 * and whether both agree. Figures in cells have 17 digits. Contract: pure; the same report gives the same bytes; thread-safe.
 */
public final class WorkbookWriter {
    private WorkbookWriter() {}

    /** The octets of the workbook, in Chinese or English. */
    public static byte[] write(CarbonReport report, Locale language) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        Book book = new Book(report, ReportWords.in(language), octets);
        SummarySheet summary = new SummarySheet(book);
        ParameterSheet parameters = new ParameterSheet(book);
        CalculationSheet calculation = new CalculationSheet(book, parameters);
        calculation.write(report.steps());
        summary.write(calculation);
        ListSheets lists = new ListSheets(book);
        lists.sources(calculation, summary);
        lists.periods(calculation);
        if (report.grade() != null || !report.refusals().isEmpty()) {
            new GradeSheet(book).write(summary);
        }
        lists.tables();
        lists.factors();
        try {
            book.workbook().finish();
            return TimelessArchive.of(octets.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
    }
}
