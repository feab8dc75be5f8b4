// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.report.workbook;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.tanma.carbon.report.content.CarbonReport;
import org.tanma.carbon.report.content.ReportWords;

/** One workbook in the making: its language, its sheets, each under a line that says whose result it is. */
final class Book {
    private static final String VERSION = "1.0";
    private static final int FIXED_ROWS = 2;

    private final CarbonReport report;
    private final ReportWords words;
    private final Workbook workbook;
    private final List<Sheet> sheets = new ArrayList<>();

    Book(CarbonReport report, ReportWords words, OutputStream stream) {
        this.report = report;
        this.words = words;
        this.workbook = new Workbook(stream, "Tanma", VERSION);
    }

    CarbonReport report() {
        return report;
    }

    ReportWords words() {
        return words;
    }

    Workbook workbook() {
        return workbook;
    }

    /** A sheet whose first row names the result and whose second row holds the headers. */
    Sheet sheet(String nameKey, int[] widths, String... headerKeys) {
        Worksheet worksheet = workbook.newWorksheet(words.text(nameKey));
        String head = words.word(report.subject().name()) + "  " + report.year() + "  "
                + report.stamp().resultDigest()
                + (report.subject().isDemonstration() ? "  " + words.text("demonstration") : "");
        worksheet.value(0, 0, head);
        worksheet.style(0, 0).bold().set();
        for (int column = 0; column < headerKeys.length; column++) {
            worksheet.value(1, column, words.text(headerKeys[column]));
        }
        worksheet
                .range(1, 0, 1, headerKeys.length - 1)
                .style()
                .bold()
                .fillColor("DDE7E2")
                .wrapText(true)
                .set();
        for (int column = 0; column < widths.length; column++) {
            worksheet.width(column, widths[column]);
        }
        worksheet.freezePane(0, FIXED_ROWS);
        worksheet.footer(report.stamp().resultDigest(), Position.LEFT);
        worksheet.footer("&P/&N", Position.RIGHT);
        Sheet sheet = new Sheet(worksheet, FIXED_ROWS);
        sheets.add(sheet);
        return sheet;
    }
}
