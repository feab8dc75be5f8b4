// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tanma.carbon.service.ledger.MeasuredValue;
import org.tanma.kit.csv.CsvFormatException;
import org.tanma.kit.csv.CsvTable;
import org.tanma.kit.rest.ProblemException;
import org.tanma.kit.rest.WordedViolation;
import org.tanma.kit.rest.Wording;

/**
 * The table that activity data come in, whatever the file.
 *
 * <p>Headers are those of {@link Column}, in English or Chinese; any other header names a measured property, with its unit in
 * brackets: {@code ncv (GJ/t)}, {@code 氧化钙含量（%）}. A cell of such a column may also carry the unit itself: {@code 23.1 GJ/t}.
 */
final class ActivityTable {
    private static final Pattern PROPERTY = Pattern.compile("(.+?)\\s*[(（\\[]\\s*(.+?)\\s*[)）\\]]");
    private static final Pattern CELL = Pattern.compile("(\\S+)\\s+(\\S.*)");
    private static final Pattern FIRST_OF_MONTH = Pattern.compile("\\d{4}-\\d{2}-01");
    private static final List<Column> NEEDED =
            List.of(Column.SOURCE, Column.KIND, Column.PERIOD, Column.AMOUNT, Column.UNIT);

    private final List<String> columns;

    private ActivityTable(List<String> columns) {
        this.columns = columns;
    }

    /** The table with these headers; one that lacks a needed column is refused whole with a problem. */
    static ActivityTable of(List<String> columns) {
        requireColumns(columns);
        return new ActivityTable(columns);
    }

    /** Reads a whole file; a file that is no table is refused whole with a problem. */
    static List<RawRow> read(byte[] octets) {
        CsvTable file;
        try {
            file = CsvTable.read(octets);
        } catch (CsvFormatException e) {
            throw ActivityFile.unreadable(e.reason());
        }
        ActivityTable table = of(file.columns());
        return file.rows().stream()
                .map(row -> table.row(row.line(), List.copyOf(row.cells().values()), row.surplus()))
                .toList();
    }

    private static void requireColumns(List<String> columns) {
        List<WordedViolation> violations = new ArrayList<>();
        List<Column> found = new ArrayList<>();
        for (String header : columns) {
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
                            "表头缺少必需的列；现有：" + String.join("、", columns) + "。",
                            "The table's header row does not name the columns needed; it has: "
                                    + String.join(", ", columns) + "."),
                    violations.toArray(WordedViolation[]::new));
        }
    }

    /** A row, given its cells in the order of the columns. */
    RawRow row(long number, List<String> texts, List<String> surplus) {
        Map<String, String> cells = new HashMap<>();
        Map<String, MeasuredValue> measured = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            String header = columns.get(i);
            String text = texts.get(i);
            Optional<Column> column = Column.find(header);
            if (column.isPresent()) {
                cells.put(column.get().code(), text);
            } else if (!AnswerColumns.isOne(header)) {
                measure(header, text, measured);
            }
        }
        List<WordedViolation> violations = new ArrayList<>();
        if (!surplus.isEmpty()) {
            violations.add(new WordedViolation(
                    "row",
                    String.join(", ", surplus),
                    new Wording("末列之后没有单元格", "no cells beyond the last column"),
                    new Wording("单元格内有逗号时请加引号", "a comma inside a cell needs quotes around the cell")));
        }
        return new RawRow(number, cells, measured, violations);
    }

    /** A row of a workbook: a month that the spreadsheet program took for a date, the first of the month, is a month. */
    RawRow sheetRow(long number, List<String> texts, List<String> surplus) {
        List<String> plain = new ArrayList<>(texts);
        for (int i = 0; i < columns.size(); i++) {
            boolean isPeriod =
                    Column.find(columns.get(i)).filter(Column.PERIOD::equals).isPresent();
            if (isPeriod && FIRST_OF_MONTH.matcher(plain.get(i)).matches()) {
                plain.set(i, plain.get(i).substring(0, plain.get(i).length() - "-01".length()));
            }
        }
        return row(number, plain, surplus);
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
