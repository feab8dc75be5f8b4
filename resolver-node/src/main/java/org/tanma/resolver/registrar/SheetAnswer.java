// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tanma.kit.csv.CsvTable;
import org.tanma.template.validate.Violation;

/**
 * The table that was sent, with three columns more: what became of the row, the handle it has, and what is wrong with it.
 *
 * <p>In the charset it came in; UTF-8 with a byte order mark, so that spreadsheet programs know it.
 */
public final class SheetAnswer {
    private SheetAnswer() {}

    /** @param locale of the added headings and texts: English, else Chinese */
    public static byte[] write(CsvTable table, RegistrationReport report, Locale locale) {
        Map<Long, RowReport> byLine = new HashMap<>();
        report.rows().forEach(row -> byLine.put(row.row(), row));
        List<String> kept =
                table.columns().stream().filter(c -> !SheetColumns.isAnswer(c)).toList();
        StringWriter text = new StringWriter();
        boolean isUnicode = table.charset().equals(StandardCharsets.UTF_8);
        if (isUnicode) {
            text.write('\uFEFF');
        }
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            List<String> header = new ArrayList<>(kept);
            header.addAll(SheetColumns.answerHeadings(locale));
            csv.writeRecord(header);
            for (CsvTable.Row row : table.rows()) {
                csv.writeRecord(line(row, kept, byLine.get(row.line()), locale));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(table.charset());
    }

    private static List<String> line(CsvTable.Row row, List<String> kept, @Nullable RowReport report, Locale locale) {
        List<String> cells = new ArrayList<>();
        kept.forEach(column -> cells.add(row.cells().getOrDefault(column, "")));
        if (report == null) {
            throw new IllegalArgumentException("line " + row.line() + " is not in the report");
        }
        cells.addAll(answer(report, locale));
        return cells;
    }

    /** What the added columns say of a row: result, handle, problems. */
    public static List<String> answer(RowReport report, Locale locale) {
        return List.of(
                Refusals.of("status." + report.status().code()).in(locale),
                report.isAccepted() ? report.handle() : "",
                problems(report.violations(), locale));
    }

    /** All that is wrong, in one text. */
    public static String problems(List<Violation> violations, Locale locale) {
        return violations.stream()
                .map((Violation v) -> v.message(locale))
                .collect(Collectors.joining(locale.getLanguage().equals("en") ? " " : ""));
    }
}
