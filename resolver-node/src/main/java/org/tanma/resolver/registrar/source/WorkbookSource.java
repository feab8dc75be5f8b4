// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.source;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.tanma.kit.csv.CsvFormatException;
import org.tanma.kit.csv.CsvTable;
import org.tanma.kit.rest.Wording;
import org.tanma.resolver.registrar.RefusedSheetException;
import org.tanma.resolver.registrar.SheetColumns;
import org.tanma.template.model.MetadataTemplate;

/**
 * Rows of the first sheet of a workbook (XLSX); its first row that is not empty is the header. Looked through by {@link
 * WorkbookGuard} before; what cells say is {@link WorkbookCell}'s.
 */
public final class WorkbookSource implements RowSource {
    private static final int MOST_COLUMNS = 1_000;

    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final List<String> names;
    private final SheetColumns columns;
    private final long headerRow;
    private int used;

    private WorkbookSource(ReadableWorkbook workbook, MetadataTemplate template) throws IOException {
        this.workbook = workbook;
        Sheet sheet = workbook.getFirstSheet();
        this.stream = sheet.openStream();
        this.rows = stream.iterator();
        Optional<Row> header = nextRow();
        if (header.isEmpty()) {
            throw new UnreadableSourceException(
                    new Wording("工作表为空；首行应为表头", "the sheet is empty; its first row must name the columns"));
        }
        if (header.get().getCellCount() > MOST_COLUMNS) {
            throw new UnreadableSourceException(
                    new Wording("超过 " + MOST_COLUMNS + " 列", "the sheet has more than " + MOST_COLUMNS + " columns"));
        }
        this.names = CsvTable.header(
                texts(header.get(), header.get().getCellCount()), header.get().getRowNum());
        this.columns = SheetColumns.of(names, template);
        this.headerRow = header.get().getRowNum();
        this.used = header.get().getCellCount();
    }

    /** Opens a workbook; see {@link SourceFormat#open}. */
    public static WorkbookSource open(Path file, MetadataTemplate template) throws IOException {
        WorkbookGuard.check(file);
        ReadableWorkbook workbook;
        try {
            workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
        } catch (IOException | RuntimeException e) {
            throw unreadable(e);
        }
        try {
            return new WorkbookSource(workbook, template);
        } catch (CsvFormatException e) {
            workbook.close();
            throw new UnreadableSourceException(e.reason(), e);
        } catch (RefusedSheetException | UnreadableSourceException e) {
            workbook.close();
            throw e;
        } catch (IOException | RuntimeException e) {
            workbook.close();
            throw unreadable(e);
        }
    }

    private static UnreadableSourceException unreadable(Exception e) {
        return new UnreadableSourceException(
                new Wording("不是可读的工作簿（XLSX）", "the file is no workbook (XLSX) that can be read"), e);
    }

    @Override
    public List<String> columns() {
        return names;
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
            return nextRow().map(this::row);
        } catch (RuntimeException e) {
            throw unreadable(e);
        }
    }

    /** Where the table stands, as far as it was read. */
    public WorkbookAnswer.Layout layout() {
        return new WorkbookAnswer.Layout(headerRow, names, used);
    }

    private SourceRow row(Row row) {
        used = Math.max(used, row.getCellCount());
        List<String> cells = texts(row, names.size());
        List<String> surplus = new ArrayList<>();
        for (int i = names.size(); i < Math.min(row.getCellCount(), MOST_COLUMNS); i++) {
            String text = WorkbookCell.text(row.getOptionalCell(i).orElse(null));
            if (!text.isEmpty()) {
                surplus.add(text);
            }
        }
        return new CsvSource.TableRow(columns, row.getRowNum(), cells, surplus);
    }

    /** The next row with anything in it. */
    private Optional<Row> nextRow() {
        while (rows.hasNext()) {
            Row row = rows.next();
            if (row.stream().anyMatch(cell -> !WorkbookCell.text(cell).isEmpty())) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    private static List<String> texts(Row row, int count) {
        List<String> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Cell cell = row.getOptionalCell(i).orElse(null);
            texts.add(WorkbookCell.text(cell));
        }
        return texts;
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
    }
}
