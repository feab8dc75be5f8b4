// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A CSV file of a data edition with an exact header. */
final class CsvTable {
    private CsvTable() {}

    /** One row; every message about it names file and line. */
    record Row(String path, NamedCsvRecord fields) {
        String text(String column) {
            String text = findText(column);
            if (text == null) {
                throw problem("'" + column + "' is empty");
            }
            return text;
        }

        @Nullable
        String findText(String column) {
            String text = fields.getField(column).strip();
            return text.isEmpty() ? null : text;
        }

        EditionFormatException problem(String problem) {
            return new EditionFormatException(path + " line " + fields.getStartingLineNumber(), problem);
        }
    }

    /** Reads all rows with a function whose {@link IllegalArgumentException}s are given the line. */
    static <T> List<T> read(EditionFolder folder, String path, List<String> header, Function<Row, T> mapping) {
        List<T> rows = new ArrayList<>();
        String text = new String(folder.read(path), StandardCharsets.UTF_8);
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(text)) {
            for (NamedCsvRecord fields : reader) {
                if (!fields.getHeader().equals(header)) {
                    throw new EditionFormatException(path, "the header must be " + String.join(",", header));
                }
                Row row = new Row(path, fields);
                try {
                    rows.add(mapping.apply(row));
                } catch (IllegalArgumentException e) {
                    throw row.problem(String.valueOf(e.getMessage()));
                }
            }
        } catch (CsvParseException e) {
            throw new EditionFormatException(path, "is not CSV: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }
}
