// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.source;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tanma.resolver.registrar.RowReport;
import org.tanma.resolver.registrar.SheetAnswer;
import org.tanma.resolver.registrar.SheetColumns;
import org.tanma.resolver.registrar.source.RowSource.SourceRow;
import org.tanma.template.validate.Violation;

/** Refused rows as CSV with the columns they had, and the three an answer adds; in their charset. */
final class CsvRowWriter implements RowWriter {
    private final CsvWriter csv;
    private final List<String> columns;
    private final Locale locale;

    CsvRowWriter(Path file, RowSource source, Locale locale) throws IOException {
        BufferedWriter writer =
                new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(file), source.charset()));
        if (source.charset().equals(StandardCharsets.UTF_8)) {
            writer.write('\uFEFF');
        }
        this.csv = CsvWriter.builder().build(writer);
        this.columns = source.columns();
        this.locale = locale;
        List<String> header = kept(columns, columns);
        header.addAll(SheetColumns.answerHeadings(locale));
        csv.writeRecord(header);
    }

    /** The cells of all columns but those an earlier answer added. */
    static List<String> kept(List<String> columns, List<String> cells) {
        List<String> kept = new ArrayList<>(columns.size() + 3);
        for (int i = 0; i < columns.size(); i++) {
            if (!SheetColumns.isAnswer(columns.get(i))) {
                kept.add(i < cells.size() ? cells.get(i) : "");
            }
        }
        return kept;
    }

    @Override
    public void write(SourceRow row, List<Violation> violations) {
        List<String> cells = kept(columns, row.cells());
        cells.addAll(
                SheetAnswer.answer(new RowReport(row.number(), RowReport.Status.REJECTED, "", violations), locale));
        csv.writeRecord(cells);
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
