// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.report.workbook;

import java.util.HashMap;
import java.util.Map;
import org.tanma.carbon.report.content.ReportWords;
import org.tanma.carbon.report.content.Step;

/** The sheet of parameters and factors: each once, so that changing one cell changes every step that uses it. */
final class ParameterSheet {
    private static final int VALUE = 2;

    private final ReportWords words;
    private final Sheet sheet;
    private final Map<Step.Input, String> cells = new HashMap<>();

    ParameterSheet(Book book) {
        this.words = book.words();
        this.sheet = book.sheet(
                "sheet.parameters",
                new int[] {10, 34, 20, 16, 12, 60},
                "column.symbol",
                "column.name",
                "column.value",
                "column.unit",
                "column.sort",
                "column.origin");
    }

    /** The cell that holds the value of an input, in its own unit. */
    String cell(Step.Input input) {
        return cells.computeIfAbsent(input, this::write);
    }

    private String write(Step.Input input) {
        sheet.text(0, input.symbol());
        sheet.text(1, words.word(input.label()));
        sheet.number(VALUE, input.value().amount());
        sheet.text(3, input.value().unit().symbol());
        sheet.text(4, words.text("origin." + input.origin()));
        sheet.text(5, input.reference());
        String cell = sheet.address(VALUE);
        sheet.next();
        return cell;
    }
}
