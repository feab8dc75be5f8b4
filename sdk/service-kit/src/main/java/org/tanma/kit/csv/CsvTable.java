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
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tanma.kit.rest.Wording;

/**
 * A table read from CSV: a header row, then rows, each known by the line it starts at.
 *
 * <p>Accepts what spreadsheet programs save: UTF-8 with or without a byte order mark, UTF-16 with one, else GB18030; comma,
 * semicolon or tab, whichever the header row has most of; a first line such as {@code sep=;}; quoted fields; columns at the
 * end that have neither name nor content; empty lines are passed over. Cells are trimmed.
 *
 * @param columns header cells in order, each once
 * @param rows the rows
 * @param charset how the octets were read
 */
public record CsvTable(List<String> columns, List<Row> rows, Charset charset) {
    static final Charset GB18030 = Charset.forName("GB18030");
    static final Pattern SEPARATOR_LINE = Pattern.compile("(?i)\\Asep=([,;\t])\\R");
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLD_WORKBOOK = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

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

    /** Reads a whole file; throws {@link CsvFormatException} when it is no text, has no header or a doubled column. */
    public static CsvTable read(byte[] octets) {
        requireText(octets);
        Charset charset = charsetOf(octets);
        String text = new String(octets, charset);
        if (text.startsWith("\uFEFF")) {
            text = text.substring(1);
        }
        Matcher separatorLine = SEPARATOR_LINE.matcher(text);
        char separator = separatorOf(text);
        if (separatorLine.find()) {
            separator = separatorLine.group(1).charAt(0);
            text = "\n" + text.substring(separatorLine.end());
        }
        List<String> columns = List.of();
        List<Row> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .commentStrategy(CommentStrategy.NONE)
                .ofCsvRecord(text)) {
            for (CsvRecord line : reader) {
                if (line.getFields().stream().allMatch(String::isBlank)) {
                    continue;
                }
                if (columns.isEmpty()) {
                    columns = header(line.getFields(), line.getStartingLineNumber());
                } else {
                    rows.add(row(columns, line));
                }
            }
        } catch (CsvParseException e) {
            throw new CsvFormatException(
                    new Wording("无法按 CSV 读取：" + e.getMessage(), "the file cannot be read as CSV: " + e.getMessage()),
                    1);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        if (columns.isEmpty()) {
            throw new CsvFormatException(
                    new Wording("文件为空；首行应为表头", "the file is empty; its first line must name the columns"), 1);
        }
        return new CsvTable(columns, rows, charset);
    }

    /**
     * The names of columns in a header row; throws {@link CsvFormatException} when one is missing or doubled.
     *
     * @param line at which the row stands, from 1
     */
    public static List<String> header(List<String> fields, long line) {
        Set<String> names = new LinkedHashSet<>();
        int named = fields.size();
        while (named > 0 && fields.get(named - 1).isBlank()) {
            named--;
        }
        for (String field : fields.subList(0, named)) {
            String name = field.strip();
            if (name.isEmpty()) {
                throw new CsvFormatException(
                        new Wording(
                                "第 " + (names.size() + 1) + " 列没有列名", "column " + (names.size() + 1) + " has no name"),
                        line);
            }
            if (!names.add(name)) {
                throw new CsvFormatException(
                        new Wording("列“" + name + "”出现两次", "column '" + name + "' stands twice"), line);
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

    static void requireText(byte[] octets) {
        if (startsWith(octets, ZIP) || startsWith(octets, OLD_WORKBOOK)) {
            throw new CsvFormatException(
                    new Wording(
                            "这是工作簿文件，请另存为 CSV（UTF-8）后再发送", "this is a workbook; save it as CSV (UTF-8) and send that"),
                    1);
        }
        for (int i = 0; i < octets.length && octets[i] != '\n' && !isUtf16(octets); i++) {
            if (octets[i] == 0) {
                throw new CsvFormatException(
                        new Wording(
                                "该文件不是文本，需要另存为 CSV（UTF-8）的表格",
                                "the file is no text; a table saved as CSV (UTF-8) is needed"),
                        1);
            }
        }
    }

    private static boolean startsWith(byte[] octets, byte[] start) {
        return octets.length >= start.length && Arrays.equals(octets, 0, start.length, start, 0, start.length);
    }

    static boolean isUtf16(byte[] octets) {
        return startsWith(octets, new byte[] {(byte) 0xFF, (byte) 0xFE})
                || startsWith(octets, new byte[] {(byte) 0xFE, (byte) 0xFF});
    }

    private static Charset charsetOf(byte[] octets) {
        if (isUtf16(octets)) {
            return StandardCharsets.UTF_16;
        }
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

    static char separatorOf(String text) {
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
