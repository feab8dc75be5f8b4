// SPDX-License-Identifier: Apache-2.0
package org.tanma.kit.sheet;

import java.io.Closeable;
import java.io.IOException;
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
import org.tanma.kit.csv.CsvFormatException;
import org.tanma.kit.csv.CsvTable;
import org.tanma.kit.rest.Wording;

/**
 * Rows of the first sheet of a workbook (XLSX), one after the other; its first row that is not empty is the header.
 *
 * <p>Looked through by {@link WorkbookGuard} before; what cells say is {@link WorkbookCell}'s. Memory is bounded by the largest
 * row and the shared texts. For one thread. Errors: {@link UnreadableWorkbookException}, also in the middle.
 */
public final class WorkbookRows implements Closeable {
    /** Longest text between two tags, in octets. */
    public static final int MOST_TEXT = WorkbookGuard.MOST_TEXT;
    /** Most octets of texts shared by cells. */
    public static final long MOST_SHARED = WorkbookGuard.MOST_SHARED;

    private static final int MOST_COLUMNS = 1_000;

    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final List<String> names;
    private final long headerRow;
    private int used;

    /**
     * One row.
     *
     * @param number by which the spreadsheet program knows it
     * @param cells trimmed, one a column; those absent are empty
     * @param surplus cells beyond the last column that are not empty
     */
    public record SheetRow(long number, List<String> cells, List<String> surplus) {
        public SheetRow {
            cells = List.copyOf(cells);
            surplus = List.copyOf(surplus);
        }
    }

    private WorkbookRows(ReadableWorkbook workbook) throws IOException {
        this.workbook = workbook;
        this.stream = workbook.getFirstSheet().openStream();
        this.rows = stream.iterator();
        Optional<Row> header = nextRow();
        if (header.isEmpty()) {
            throw new UnreadableWorkbookException(
                    new Wording("工作表为空；首行应为表头", "the sheet is empty; its first row must name the columns"));
        }
        if (header.get().getCellCount() > MOST_COLUMNS) {
            throw new UnreadableWorkbookException(
                    new Wording("超过 " + MOST_COLUMNS + " 列", "the sheet has more than " + MOST_COLUMNS + " columns"));
        }
        this.names = CsvTable.header(
                texts(header.get(), header.get().getCellCount()), header.get().getRowNum());
        this.headerRow = header.get().getRowNum();
        this.used = header.get().getCellCount();
    }

    /** Opens a workbook and reads its header. */
    public static WorkbookRows open(Path file) throws IOException {
        WorkbookGuard.check(file);
        ReadableWorkbook workbook;
        try {
            workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
        } catch (IOException | RuntimeException e) {
            throw unreadable(e);
        }
        try {
            return new WorkbookRows(workbook);
        } catch (CsvFormatException e) {
            workbook.close();
            throw new UnreadableWorkbookException(e.reason(), e);
        } catch (UnreadableWorkbookException e) {
            workbook.close();
            throw e;
        } catch (IOException | RuntimeException e) {
            workbook.close();
            throw unreadable(e);
        }
    }

    private static UnreadableWorkbookException unreadable(Exception e) {
        return new UnreadableWorkbookException(
                new Wording("不是可读的工作簿（XLSX）", "the file is no workbook (XLSX) that can be read"), e);
    }

    /** Names of the columns in order, each once. */
    public List<String> columns() {
        return names;
    }

    /** Where the table stands, as far as it was read. */
    public WorkbookAnswer.Layout layout() {
        return new WorkbookAnswer.Layout(headerRow, names, used);
    }

    /** The next row with anything in it; empty at the end. */
    public Optional<SheetRow> next() {
        try {
            return nextRow().map(this::row);
        } catch (RuntimeException e) {
            throw unreadable(e);
        }
    }

    private SheetRow row(Row row) {
        used = Math.max(used, row.getCellCount());
        List<String> surplus = new ArrayList<>();
        for (int i = names.size(); i < Math.min(row.getCellCount(), MOST_COLUMNS); i++) {
            String text = WorkbookCell.text(row.getOptionalCell(i).orElse(null));
            if (!text.isEmpty()) {
                surplus.add(text);
            }
        }
        return new SheetRow(row.getRowNum(), texts(row, names.size()), surplus);
    }

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
