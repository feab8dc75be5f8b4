// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tanma.carbon.service.ledger.MeasuredValue;
import org.tanma.kit.csv.CsvFormatException;
import org.tanma.kit.csv.CsvTable;
import org.tanma.kit.rest.ProblemException;
import org.tanma.kit.rest.WordedViolation;
import org.tanma.kit.rest.Wording;

/**
 * An activity-data table read from CSV.
 *
 * <p>Headers are those of {@link Column}, in English or Chinese; any other header names a measured property, with its unit in
 * brackets: {@code ncv (GJ/t)}, {@code 氧化钙含量（%）}. A cell of such a column may also carry the unit itself: {@code 23.1 GJ/t}.
 */
final class ActivityTable {
    private static final Pattern PROPERTY = Pattern.compile("(.+?)\\s*[(（\\[]\\s*(.+?)\\s*[)）\\]]");
    private static final Pattern CELL = Pattern.compile("(\\S+)\\s+(\\S.*)");
    private static final List<Column> NEEDED =
            List.of(Column.SOURCE, Column.KIND, Column.PERIOD, Column.AMOUNT, Column.UNIT);

    private ActivityTable() {}

    /** Reads the file; a file that is no table, or lacks a needed column, is refused whole with a problem. */
    static List<RawRow> read(byte[] octets) {
        CsvTable table;
        try {
            table = CsvTable.read(octets);
        } catch (CsvFormatException e) {
            throw ProblemException.badRequest(new Wording(
                    "无法读取活动数据：" + e.reason().zh() + "。",
                    "The activity data cannot be read: " + e.reason().en() + "."));
        }
        requireColumns(table);
        List<RawRow> rows = new ArrayList<>(table.rows().size());
        for (CsvTable.Row row : table.rows()) {
            rows.add(row(row));
        }
        return rows;
    }

    private static void requireColumns(CsvTable table) {
        List<WordedViolation> violations = new ArrayList<>();
        List<Column> found = new ArrayList<>();
        for (String header : table.columns()) {
            Column.find(header).ifPresent(column -> {
                if (found.contains(column)) {
                    violations.add(new WordedViolation(
                            header,
                            header,
                            new Wording("只有一列“" + column.code() + "”", "one column '" + column.code() + "'"),
                            new Wording("另有一列含义相同", "another header means the same")));
                }
                found.add(column);
            });
        }
        for (Column column : NEEDED) {
            if (!found.contains(column)) {
                violations.add(new WordedViolation(
                        column.code(),
                        "",
                        new Wording("列名为“" + column.code() + "”的一列", "a column headed '" + column.code() + "'"),
                        new Wording(
                                "也可写作：" + String.join("、", column.headers()),
                                "also understood: " + String.join(", ", column.headers()))));
            }
        }
        if (!violations.isEmpty()) {
            throw ProblemException.badRequest(
                    new Wording(
                            "表头缺少必需的列；现有：" + String.join("、", table.columns()) + "。",
                            "The table's header row does not name the columns needed; it has: "
                                    + String.join(", ", table.columns()) + "."),
                    violations.toArray(WordedViolation[]::new));
        }
    }

    private static RawRow row(CsvTable.Row row) {
        Map<String, String> cells = new HashMap<>();
        Map<String, MeasuredValue> measured = new HashMap<>();
        row.cells()
                .forEach((header, text) -> Column.find(header)
                        .ifPresentOrElse(
                                column -> cells.put(column.code(), text), () -> measure(header, text, measured)));
        List<WordedViolation> violations = new ArrayList<>();
        if (!row.surplus().isEmpty()) {
            violations.add(new WordedViolation(
                    "row",
                    String.join(", ", row.surplus()),
                    new Wording("末列之后没有单元格", "no cells beyond the last column"),
                    new Wording("单元格内有逗号时请加引号", "a comma inside a cell needs quotes around the cell")));
        }
        return new RawRow(row.line(), cells, measured, violations);
    }

    private static void measure(String header, String text, Map<String, MeasuredValue> measured) {
        if (text.isEmpty()) {
            return;
        }
        Matcher named = PROPERTY.matcher(header);
        Matcher cell = CELL.matcher(text);
        if (named.matches()) {
            measured.put(named.group(1), new MeasuredValue(text, named.group(2)));
        } else if (cell.matches()) {
            measured.put(header, new MeasuredValue(cell.group(1), cell.group(2)));
        } else {
            measured.put(header, new MeasuredValue(text, ""));
        }
    }
}
