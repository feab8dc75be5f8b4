// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.source;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tanma.kit.sheet.UnreadableWorkbookException;
import org.tanma.kit.sheet.WorkbookAnswer.Layout;
import org.tanma.kit.sheet.WorkbookRows;
import org.tanma.resolver.registrar.SheetColumns;
import org.tanma.template.model.MetadataTemplate;

/** Rows of the first sheet of a workbook (XLSX); its first row that is not empty is the header. */
public final class WorkbookSource implements RowSource {
    private final WorkbookRows rows;
    private final SheetColumns columns;

    private WorkbookSource(WorkbookRows rows, SheetColumns columns) {
        this.rows = rows;
        this.columns = columns;
    }

    /** Opens a workbook; see {@link SourceFormat#open}. */
    public static WorkbookSource open(Path file, MetadataTemplate template) throws IOException {
        WorkbookRows rows;
        try {
            rows = WorkbookRows.open(file);
        } catch (UnreadableWorkbookException e) {
            throw new UnreadableSourceException(e.reason(), e);
        }
        try {
            return new WorkbookSource(rows, SheetColumns.of(rows.columns(), template));
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
        return StandardCharsets.UTF_8;
    }

    @Override
    public long expectedRows() {
        return -1;
    }

    @Override
    public Optional<SourceRow> next() {
        try {
            return rows.next().map(row -> new CsvSource.TableRow(columns, row.number(), row.cells(), row.surplus()));
        } catch (UnreadableWorkbookException e) {
            throw new UnreadableSourceException(e.reason(), e);
        }
    }

    /** Where the table stands, as far as it was read. */
    public Layout layout() {
        return rows.layout();
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
