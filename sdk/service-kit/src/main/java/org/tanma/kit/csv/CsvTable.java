// SPDX-License-Identifier: Apache-2.0
package org.tanma.kit.csv;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A table read from CSV: a header row, then rows, each known by the line it starts at.
 *
 * <p>Accepts what spreadsheet programs save: UTF-8 with or without a byte order mark, else GB18030; comma, semicolon or tab,
 * whichever the header row has most of; quoted fields; empty lines are passed over. Cells are trimmed.
 *
 * @param columns header cells in order, each once
 * @param rows the rows
 * @param charset how the octets were read
 */
public record CsvTable(List<String> columns, List<Row> rows, Charset charset) {
    private static final Charset GB18030 = Charset.forName("GB18030");

    /**
     * One row.
     *
     * @param line where it starts in the file, from 1
     * @param cells by column; an empty or absent cell is an empty text
     * @param surplus cells beyond the last column; a row that has any is to be refused by its reader
     */
    public record Row(long line, Map<String, String> cells, List<String> surplus) {
        public Row {
            surplus = List.copyOf(surplus);
        }
    }

    public CsvTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** Reads a whole file; throws {@link CsvFormatException} when it has no header or a doubled column. */
    public static CsvTable read(byte[] octets) {
        Charset charset = charsetOf(octets);
        String text = new String(octets, charset);
        if (text.startsWith("\uFEFF")) {
            text = text.substring(1);
        }
        List<String> columns = List.of();
        List<Row> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separatorOf(text))
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .commentStrategy(CommentStrategy.NONE)
                .ofCsvRecord(text)) {
            for (CsvRecord line : reader) {
                if (columns.isEmpty()) {
                    columns = header(line);
                } else if (line.getFields().stream().anyMatch(f -> !f.isBlank())) {
                    rows.add(row(columns, line));
                }
            }
        } catch (CsvParseException e) {
            throw new CsvFormatException("the file cannot be read as CSV: " + e.getMessage(), 1);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        if (columns.isEmpty()) {
            throw new CsvFormatException("the file is empty; its first line must name the columns", 1);
        }
        return new CsvTable(columns, rows, charset);
    }

    private static List<String> header(CsvRecord line) {
        Set<String> names = new LinkedHashSet<>();
        for (String field : line.getFields()) {
            String name = field.strip();
            if (name.isEmpty()) {
                throw new CsvFormatException(
                        "column " + (names.size() + 1) + " has no name", line.getStartingLineNumber());
            }
            if (!names.add(name)) {
                throw new CsvFormatException("column '" + name + "' stands twice", line.getStartingLineNumber());
            }
        }
        return List.copyOf(names);
    }

    private static Row row(List<String> columns, CsvRecord line) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            cells.put(
                    columns.get(i), i < line.getFieldCount() ? line.getField(i).strip() : "");
        }
        List<String> surplus = line.getFields().stream()
                .skip(columns.size())
                .filter(f -> !f.isBlank())
                .toList();
        return new Row(line.getStartingLineNumber(), cells, surplus);
    }

    private static Charset charsetOf(byte[] octets) {
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(octets));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException e) {
            return GB18030;
        }
    }

    private static char separatorOf(String text) {
        String header = text.lines().findFirst().orElse("");
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(header, candidate) > count(header, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }
}
