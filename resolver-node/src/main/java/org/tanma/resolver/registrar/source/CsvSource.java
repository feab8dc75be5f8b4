// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.source;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tanma.kit.csv.CsvFormatException;
import org.tanma.kit.csv.CsvRows;
import org.tanma.resolver.registrar.RegistrationRow;
import org.tanma.resolver.registrar.SheetColumns;
import org.tanma.template.model.MetadataTemplate;

/** Rows of a CSV file. */
final class CsvSource implements RowSource {
    private final CsvRows rows;
    private final SheetColumns columns;

    private CsvSource(CsvRows rows, SheetColumns columns) {
        this.rows = rows;
        this.columns = columns;
    }

    static RowSource open(Path file, MetadataTemplate template) throws IOException {
        CsvRows rows;
        try {
            rows = CsvRows.open(file);
        } catch (CsvFormatException e) {
            throw new UnreadableSourceException(e.reason(), e);
        }
        try {
            return new CsvSource(rows, SheetColumns.of(rows.columns(), template));
        } catch (RuntimeException e) {
            rows.close();
            throw e;
        }
    }

    @Override
    public List<String> columns() {
        return rows.columns();
    }

    @Override
    public Charset charset() {
        return rows.charset();
    }

    @Override
    public long expectedRows() {
        return Math.max(0, rows.lines() - 1);
    }

    @Override
    public Optional<SourceRow> next() {
        try {
            return rows.next().map(row -> new TableRow(columns, row.line(), row.cells(), row.surplus()));
        } catch (CsvFormatException e) {
            throw new UnreadableSourceException(e.reason(), e);
        }
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }

    /** A row of any table. */
    record TableRow(SheetColumns columns, long number, List<String> cells, List<String> surplus) implements SourceRow {
        @Override
        public RegistrationRow read() {
            return columns.row(number, cells, surplus);
        }
    }
}
