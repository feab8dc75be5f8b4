// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.source;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.tanma.resolver.registrar.RowReport;
import org.tanma.resolver.registrar.SheetAnswer;
import org.tanma.resolver.registrar.SheetColumns;
import org.tanma.resolver.registrar.source.RowSource.SourceRow;
import org.tanma.template.model.MetadataTemplate;
import org.tanma.template.validate.Violation;

/** Rows as a workbook of one sheet whose cells are texts; the looks of the workbook they came from are lost. */
final class WorkbookRowWriter implements RowWriter {
    private static final int FLUSHED = 500;
    private static final int WIDTH = 18;
    private static final int LONGEST_TEXT = 32_000;

    private final OutputStream out;
    private final Workbook workbook;
    private final Worksheet sheet;
    private final List<String> columns;
    private final Locale locale;
    private int row;

    WorkbookRowWriter(Path file, List<String> columns, MetadataTemplate template, Locale locale) throws IOException {
        this(Files.newOutputStream(file), columns, template, locale);
        List<String> header = CsvRowWriter.kept(columns, columns);
        header.addAll(SheetColumns.answerHeadings(locale));
        header(header);
    }

    private WorkbookRowWriter(OutputStream out, List<String> columns, MetadataTemplate template, Locale locale) {
        this.out = out;
        this.workbook = new Workbook(out, "Tanma", "1.0");
        this.sheet = workbook.newWorksheet(template.name());
        this.columns = columns;
        this.locale = locale;
    }

    /** An empty table with these headings. */
    static void writeEmpty(OutputStream out, List<String> header, MetadataTemplate template, Locale locale)
            throws IOException {
        try (WorkbookRowWriter writer = new WorkbookRowWriter(out, header, template, locale)) {
            writer.header(header);
        }
    }

    private void header(List<String> header) {
        for (int i = 0; i < header.size(); i++) {
            sheet.width(i, WIDTH);
        }
        sheet.freezePane(0, 1);
        line(header);
        sheet.range(0, 0, 0, header.size() - 1).style().bold().set();
    }

    @Override
    public void write(SourceRow given, List<Violation> violations) throws IOException {
        List<String> cells = CsvRowWriter.kept(columns, given.cells());
        cells.addAll(
                SheetAnswer.answer(new RowReport(given.number(), RowReport.Status.REJECTED, "", violations), locale));
        line(cells);
        if (row % FLUSHED == 0) {
            sheet.flush();
        }
    }

    private void line(List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            if (!cell.isEmpty()) {
                sheet.inlineString(row, i, cell.length() > LONGEST_TEXT ? cell.substring(0, LONGEST_TEXT) : cell);
            }
        }
        row++;
    }

    @Override
    public void close() throws IOException {
        workbook.finish();
        out.close();
    }
}
