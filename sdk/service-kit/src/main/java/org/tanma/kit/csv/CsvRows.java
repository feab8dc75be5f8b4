// SPDX-License-Identifier: Apache-2.0
package org.tanma.kit.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.tanma.kit.rest.Wording;

/**
 * The rows of a CSV file of any length, one after the other; what a {@link CsvTable} accepts, this does.
 *
 * <p>Memory: that of one row, at most {@value #MOST_CHARACTERS} characters. For one thread. Errors: {@link
 * CsvFormatException} when the file is no table, also in its middle.
 */
public final class CsvRows implements Closeable {
    /** Longest row, in characters. */
    public static final int MOST_CHARACTERS = 1 << 20;

    private static final int FIRST_OCTETS = 1 << 16;

    /**
     * One row.
     *
     * @param line where it starts in the file, from 1
     * @param cells trimmed, one a column; those absent at the end are empty
     * @param surplus cells beyond the last column that are not empty
     */
    public record Row(long line, List<String> cells, List<String> surplus) {}

    /** How a file is to be read, and how many lines it has. */
    private record Probe(Charset charset, long lines) {}

    private final CloseableIterator<CsvRecord> records;
    private final Charset charset;
    private final long lines;
    private final List<String> columns;

    private CsvRows(CloseableIterator<CsvRecord> records, Charset charset, long lines) {
        this.records = records;
        this.charset = charset;
        this.lines = lines;
        CsvRecord header = record().orElseThrow(() -> new CsvFormatException(
                new Wording("文件为空；首行应为表头", "the file is empty; its first line must name the columns"), 1));
        this.columns = CsvTable.header(header.getFields(), header.getStartingLineNumber());
    }

    /** Opens a file and reads its header. The file is read once through to tell its charset. */
    public static CsvRows open(Path file) throws IOException {
        Probe probe = probe(file);
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), probe.charset()), FIRST_OCTETS);
        try {
            char separator = passHead(reader);
            CloseableIterator<CsvRecord> records = CsvReader.builder()
                    .fieldSeparator(separator)
                    .maxBufferSize(MOST_CHARACTERS)
                    .skipEmptyLines(true)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .commentStrategy(CommentStrategy.NONE)
                    .ofCsvRecord(reader)
                    .iterator();
            return new CsvRows(records, probe.charset(), probe.lines());
        } catch (IOException | RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    /** Passes a byte order mark and a line such as {@code sep=;}, whose end is left so that lines count right. */
    private static char passHead(BufferedReader reader) throws IOException {
        reader.mark(FIRST_OCTETS);
        char[] head = new char[FIRST_OCTETS];
        int length = Math.max(0, reader.read(head, 0, head.length));
        String text = new String(head, 0, length);
        int passed = text.startsWith("\uFEFF") ? 1 : 0;
        Matcher line = CsvTable.SEPARATOR_LINE.matcher(text.substring(passed));
        char separator = CsvTable.separatorOf(text.substring(passed));
        if (line.find()) {
            separator = line.group(1).charAt(0);
            passed += "sep=;".length();
        }
        reader.reset();
        for (int i = 0; i < passed; i++) {
            reader.read();
        }
        return separator;
    }

    private static Probe probe(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] octets = new byte[FIRST_OCTETS];
            int length = in.readNBytes(octets, 0, octets.length);
            byte[] first = Arrays.copyOf(octets, length);
            CsvTable.requireText(first);
            boolean isUtf16 = CsvTable.isUtf16(first);
            CharsetDecoder decoder = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
            CharBuffer characters = CharBuffer.allocate(2 * FIRST_OCTETS);
            ByteBuffer rest = ByteBuffer.allocate(2 * FIRST_OCTETS);
            boolean isUtf8 = !isUtf16;
            long lines = 0;
            boolean isEnd = false;
            while (length > 0 || !isEnd) {
                isEnd = length == 0;
                for (int i = 0; i < length; i++) {
                    lines += octets[i] == '\n' ? 1 : 0;
                }
                if (isUtf8) {
                    rest.put(octets, 0, length).flip();
                    isUtf8 = !decoder.decode(rest, characters.clear(), isEnd).isError();
                    rest.compact();
                }
                length = in.readNBytes(octets, 0, octets.length);
            }
            return new Probe(
                    isUtf16 ? StandardCharsets.UTF_16 : isUtf8 ? StandardCharsets.UTF_8 : CsvTable.GB18030, lines);
        }
    }

    /** Header cells in order, each once. */
    public List<String> columns() {
        return columns;
    }

    public Charset charset() {
        return charset;
    }

    /** Ends of lines in the file: about as many as it has rows. */
    public long lines() {
        return lines;
    }

    /** The next row that is not empty; empty at the end. */
    public Optional<Row> next() {
        Optional<CsvRecord> found = record();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        CsvRecord record = found.get();
        int count = record.getFieldCount();
        List<String> cells = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            cells.add(i < count ? record.getField(i).strip() : "");
        }
        List<String> surplus = List.of();
        for (int i = columns.size(); i < count; i++) {
            if (!record.getField(i).isBlank()) {
                surplus = surplus.isEmpty() ? new ArrayList<>() : surplus;
                surplus.add(record.getField(i));
            }
        }
        return Optional.of(new Row(record.getStartingLineNumber(), cells, surplus));
    }

    private Optional<CsvRecord> record() {
        try {
            while (records.hasNext()) {
                CsvRecord record = records.next();
                if (!isBlank(record)) {
                    return Optional.of(record);
                }
            }
            return Optional.empty();
        } catch (CsvParseException e) {
            throw new CsvFormatException(
                    new Wording("无法按 CSV 读取：" + e.getMessage(), "the file cannot be read as CSV: " + e.getMessage()),
                    1);
        } catch (UncheckedIOException e) {
            throw new CsvFormatException(
                    new Wording("无法按 CSV 读取：" + e.getMessage(), "the file cannot be read as CSV: " + e.getMessage()),
                    1);
        }
    }

    private static boolean isBlank(CsvRecord record) {
        for (int i = 0; i < record.getFieldCount(); i++) {
            if (!record.getField(i).isBlank()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
