// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.report.workbook;

import java.math.BigDecimal;
import java.math.MathContext;
import org.dhatim.fastexcel.Worksheet;

/** A sheet that is written row by row. Rows and columns count from 0. */
final class Sheet {
    /** As many digits as a spreadsheet program keeps. */
    private static final MathContext CELL = new MathContext(17);

    private static final int LETTERS = 26;

    private final Worksheet worksheet;
    private int row;

    Sheet(Worksheet worksheet, int firstRow) {
        this.worksheet = worksheet;
        this.row = firstRow;
    }

    int row() {
        return row;
    }

    void next() {
        row++;
    }

    void text(int column, String text) {
        worksheet.value(row, column, text);
    }

    void number(int column, BigDecimal value) {
        worksheet.value(row, column, new BigDecimal(value.round(CELL).toPlainString()));
    }

    /** A formula without its equals sign; the library writes it into XML as it stands. */
    void formula(int column, String formula) {
        worksheet.formula(
                row, column, formula.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    }

    /** Shows the cell of this row by a number format. */
    void format(int column, String format) {
        worksheet.style(row, column).format(format).set();
    }

    void indent(int column, int depth) {
        worksheet.style(row, column).indent(depth).set();
    }

    void bold(int column) {
        worksheet.style(row, column).bold().set();
    }

    /** The address of a cell of the current row, for formulas on any sheet. */
    String address(int column) {
        return address(row, column);
    }

    String address(int atRow, int column) {
        return "'" + worksheet.getName().replace("'", "''") + "'!$" + letter(column) + "$" + (atRow + 1);
    }

    /** The address of the cells of a column from one row to another, both included. */
    String range(int fromRow, int toRow, int column) {
        return address(fromRow, column) + ":$" + letter(column) + "$" + (toRow + 1);
    }

    /** The name of a column: A to Z. */
    static String letter(int column) {
        if (column < 0 || column >= LETTERS) {
            throw new IllegalArgumentException("no sheet here has " + (column + 1) + " columns");
        }
        return String.valueOf((char) ('A' + column));
    }
}
