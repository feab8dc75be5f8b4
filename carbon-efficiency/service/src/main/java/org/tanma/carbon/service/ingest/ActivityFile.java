// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.ingest;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tanma.kit.csv.CsvFormatException;
import org.tanma.kit.csv.CsvRows;
import org.tanma.kit.page.Language;
import org.tanma.kit.rest.ProblemException;
import org.tanma.kit.rest.WordedViolation;
import org.tanma.kit.rest.Wording;
import org.tanma.kit.sheet.UnreadableWorkbookException;
import org.tanma.kit.sheet.WorkbookAnswer;
import org.tanma.kit.sheet.WorkbookRows;

/**
 * A file of activity data, read row by row; memory is bounded by the largest row, but for JSON. For one thread.
 *
 * <p>A table is given back with columns more ({@link AnswerColumns}): what became of each row, and what is wrong with it.
 */
public final class ActivityFile implements Closeable {
    /** The forms in which activity data come. */
    public enum Form {
        CSV("text/csv"),
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        JSON("application/json");

        private final String mediaType;

        Form(String mediaType) {
            this.mediaType = mediaType;
        }

        public String mediaType() {
            return mediaType;
        }

        /** The form of a media type without parameters. */
        public static Optional<Form> ofMediaType(String mediaType) {
            return Arrays.stream(values())
                    .filter(f -> f.mediaType.equalsIgnoreCase(mediaType))
                    .findFirst();
        }
    }

    private final Path file;
    private final Form form;
    private final ActivityRows reader;
    private final Charset charset;
    private final Optional<WorkbookRows> workbook;
    private long lastRow;
    private boolean isAtEnd;

    private ActivityFile(Path file, Form form, ActivityRows reader, Charset charset, Optional<WorkbookRows> workbook) {
        this.file = file;
        this.form = form;
        this.reader = reader;
        this.charset = charset;
        this.workbook = workbook;
    }

    /** Opens a file and reads its header; one that is no table, or lacks a needed column, is refused with a problem. */
    public static ActivityFile open(Path file, Form form) throws IOException {
        try {
            return switch (form) {
                case CSV -> csv(file);
                case XLSX -> workbook(file);
                case JSON -> json(file);
            };
        } catch (CsvFormatException e) {
            throw unreadable(e.reason());
        } catch (UnreadableWorkbookException e) {
            throw unreadable(e.reason());
        }
    }

    static ProblemException unreadable(Wording reason) {
        return ProblemException.badRequest(
                new Wording("无法读取活动数据：" + reason.zh() + "。", "The activity data cannot be read: " + reason.en() + "."));
    }

    private static ActivityFile csv(Path file) throws IOException {
        CsvRows rows = CsvRows.open(file);
        try {
            ActivityTable table = ActivityTable.of(rows.columns());
            ActivityRows reader = new ActivityRows() {
                @Override
                public Optional<RawRow> next() {
                    return rows.next().map(r -> table.row(r.line(), r.cells(), r.surplus()));
                }

                @Override
                public void close() throws IOException {
                    rows.close();
                }
            };
            return new ActivityFile(file, Form.CSV, reader, rows.charset(), Optional.empty());
        } catch (RuntimeException e) {
            rows.close();
            throw e;
        }
    }

    private static ActivityFile workbook(Path file) throws IOException {
        WorkbookRows rows = WorkbookRows.open(file);
        try {
            ActivityTable table = ActivityTable.of(rows.columns());
            ActivityRows reader = new ActivityRows() {
                @Override
                public Optional<RawRow> next() {
                    return rows.next().map(r -> table.sheetRow(r.number(), r.cells(), r.surplus()));
                }

                @Override
                public void close() throws IOException {
                    rows.close();
                }
            };
            return new ActivityFile(file, Form.XLSX, reader, StandardCharsets.UTF_8, Optional.of(rows));
        } catch (RuntimeException e) {
            rows.close();
            throw e;
        }
    }

    private static ActivityFile json(Path file) throws IOException {
        ActivityRows rows = ActivityRows.of(ActivityJson.read(Files.readAllBytes(file)));
        return new ActivityFile(file, Form.JSON, rows, StandardCharsets.UTF_8, Optional.empty());
    }

    public Form form() {
        return form;
    }

    ActivityRows rows() {
        return new ActivityRows() {
            @Override
            public Optional<RawRow> next() throws IOException {
                return nextRow();
            }

            @Override
            public void close() {
                // The file is closed by whoever opened it.
            }
        };
    }

    private Optional<RawRow> nextRow() throws IOException {
        if (isAtEnd) {
            return Optional.empty();
        }
        try {
            Optional<RawRow> row = reader.next();
            row.ifPresent(r -> lastRow = r.row());
            return row;
        } catch (CsvFormatException e) {
            return Optional.of(broken(e.reason()));
        } catch (UnreadableWorkbookException e) {
            return Optional.of(broken(e.reason()));
        }
    }

    private RawRow broken(Wording reason) {
        isAtEnd = true;
        WordedViolation violation = new WordedViolation(
                "row",
                "",
                new Wording("可读的行", "a row that can be read"),
                new Wording(reason.zh() + "；此行及其后未读", reason.en() + "; this row and those after it were not read"));
        return new RawRow(lastRow + 1, Map.of(), Map.of(), List.of(violation));
    }

    /**
     * The table with the columns that answer, of a CSV file or a workbook whose rows were all read; empty where it cannot be
     * written again because the file is damaged behind its rows.
     *
     * @param report on this file
     */
    public Optional<byte[]> answer(IngestReport report, Language language) throws IOException {
        Map<Long, List<String>> cells = new HashMap<>();
        report.rows().forEach(row -> cells.put(row.row(), AnswerColumns.cells(row, language)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (workbook.isPresent()) {
                WorkbookAnswer.Added added =
                        new WorkbookAnswer.Added(AnswerColumns.headings(language), AnswerColumns::isOne, cells);
                WorkbookAnswer.write(file, workbook.get().layout(), added, out);
            } else {
                writeCsv(cells, language, out);
            }
            return Optional.of(out.toByteArray());
        } catch (UnreadableWorkbookException e) {
            return Optional.empty();
        }
    }

    private void writeCsv(Map<Long, List<String>> answers, Language language, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, charset);
        if (charset.equals(StandardCharsets.UTF_8)) {
            text.write('\uFEFF');
        }
        try (CsvRows rows = CsvRows.open(file);
                CsvWriter csv = CsvWriter.builder().build(text)) {
            List<String> columns = rows.columns();
            List<String> header = kept(columns, columns);
            header.addAll(AnswerColumns.headings(language));
            csv.writeRecord(header);
            for (Optional<CsvRows.Row> row = rows.next(); row.isPresent(); row = rows.next()) {
                List<String> line = kept(columns, row.get().cells());
                line.addAll(answers.getOrDefault(row.get().line(), List.of("", "", "")));
                csv.writeRecord(line);
            }
        } catch (CsvFormatException e) {
            // The rows up to here are written, and the report names the place.
            text.flush();
        }
    }

    private static List<String> kept(List<String> columns, List<String> cells) {
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (!AnswerColumns.isOne(columns.get(i))) {
                kept.add(cells.get(i));
            }
        }
        return kept;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
