// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.template;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tanma.template.map.ItemCell;
import org.tanma.template.model.MetadataTemplate;
import org.tanma.template.model.TemplateItem;
import org.tanma.template.validate.ItemText;
import org.tanma.template.validate.NearestName;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a file of records row by row: CSV with a header of items by code or name, JSON Lines, or a JSON array. A JSON record is an
 * object of items, or one that has them under {@code items}. Memory does not grow with the file.
 */
final class RecordFile {
    private static final int MAX_LINE = 1_000_000;
    private static final Set<String> NAMING = Set.of("handle", "suffix", "标识", "后缀", "结果", "result", "问题", "problems");
    private static final Pattern WITH_UNIT = Pattern.compile("(.+?)\\s*[(（\\[](.+?)[)）\\]]");
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Path file;
    private final MetadataTemplate template;

    RecordFile(Path file, MetadataTemplate template) {
        this.file = file;
        this.template = template;
    }

    /** Hands every row over, in order. */
    void forEach(Consumer<RecordRow> use) throws IOException, UnreadableFileException {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
            lines(use);
        } else if (name.endsWith(".json")) {
            array(use);
        } else if (name.endsWith(".csv")) {
            table(use);
        } else {
            throw new UnreadableFileException("file.kind", file);
        }
    }

    private void lines(Consumer<RecordRow> use) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            long number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (!line.isBlank()) {
                    use.accept(line(number, line));
                }
            }
        }
    }

    private RecordRow line(long number, String line) {
        if (line.length() > MAX_LINE) {
            return RecordRow.broken(number, "row.long", String.valueOf(MAX_LINE));
        }
        try {
            return row(number, JSON.readTree(line));
        } catch (JacksonException e) {
            return RecordRow.broken(number, "row.json", e.getOriginalMessage());
        } catch (NumberFormatException e) {
            return RecordRow.broken(number, "row.number", "");
        }
    }

    private void array(Consumer<RecordRow> use) throws IOException, UnreadableFileException {
        long number = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
                MappingIterator<JsonNode> records =
                        JSON.readerFor(JsonNode.class).readValues(in)) {
            while (records.hasNextValue()) {
                JsonNode record = records.nextValue();
                number++;
                use.accept(row(number, record));
            }
        } catch (JacksonException e) {
            throw new UnreadableFileException("file.json", file, number + 1, e.getOriginalMessage());
        } catch (NumberFormatException e) {
            throw new UnreadableFileException("file.json", file, number + 1, String.valueOf(e.getMessage()));
        }
    }

    private RecordRow row(long number, JsonNode record) {
        JsonNode items = record.path("items").isObject() ? record.get("items") : record;
        if (!items.isObject()) {
            return RecordRow.broken(number, "row.object", "");
        }
        Map<String, String> texts = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> item : items.properties()) {
            JsonNode value = item.getValue();
            if (value.isNull() || items == record && NAMING.contains(item.getKey())) {
                continue;
            }
            if (value.isContainer() && !isStructure(item.getKey())) {
                return RecordRow.broken(number, "row.container", item.getKey());
            }
            texts.put(item.getKey(), ItemText.of(value));
        }
        return RecordRow.of(number, texts);
    }

    private boolean isStructure(String code) {
        return template.findItem(code).filter(i -> i.type().isStructure()).isPresent();
    }

    private void table(Consumer<RecordRow> use) throws IOException, UnreadableFileException {
        try (CsvReader<CsvRecord> rows = CsvReader.builder()
                .detectBomHeader(true)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .commentStrategy(CommentStrategy.NONE)
                .ofCsvRecord(file)) {
            List<@Nullable TemplateItem> columns = null;
            for (CsvRecord row : rows) {
                if (columns == null) {
                    columns = columns(row.getFields());
                } else if (row.getFields().stream().anyMatch(cell -> !cell.isBlank())) {
                    use.accept(row(row, columns));
                }
            }
            if (columns == null) {
                throw new UnreadableFileException("file.empty", file);
            }
        } catch (CsvParseException e) {
            throw new UnreadableFileException("file.csv", file, String.valueOf(e.getMessage()));
        }
    }

    private static RecordRow row(CsvRecord row, List<@Nullable TemplateItem> columns) {
        Map<String, String> items = new LinkedHashMap<>();
        for (int i = 0; i < row.getFieldCount(); i++) {
            String cell = row.getField(i).strip();
            if (i >= columns.size()) {
                if (!cell.isEmpty()) {
                    return RecordRow.broken(row.getStartingLineNumber(), "row.surplus", cell);
                }
                continue;
            }
            TemplateItem item = columns.get(i);
            if (item != null && !cell.isEmpty()) {
                items.put(item.code(), ItemCell.text(item, cell));
            }
        }
        return RecordRow.of(row.getStartingLineNumber(), items);
    }

    private List<@Nullable TemplateItem> columns(List<String> header) throws UnreadableFileException {
        List<@Nullable TemplateItem> columns = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String cell : header) {
            String column = cell.strip();
            if (NAMING.contains(column.toLowerCase(Locale.ROOT))) {
                columns.add(null);
                continue;
            }
            TemplateItem item = item(column);
            if (!seen.add(item.code())) {
                throw new UnreadableFileException("column.twice", column, item.code());
            }
            columns.add(item);
        }
        return columns;
    }

    private TemplateItem item(String column) throws UnreadableFileException {
        Optional<TemplateItem> exact = template.findItemCalled(column);
        if (exact.isPresent()) {
            return exact.get();
        }
        Matcher unit = WITH_UNIT.matcher(column);
        Optional<TemplateItem> named = unit.matches() ? template.findItemCalled(unit.group(1)) : Optional.empty();
        if (named.isPresent()) {
            String expected = named.get().unit();
            if (!expected.isEmpty() && !expected.equals(unit.group(2).strip())) {
                throw new UnreadableFileException("column.unit", column, expected);
            }
            return named.get();
        }
        List<String> codes = template.items().stream().map(TemplateItem::code).toList();
        Optional<String> near = NearestName.find(column, codes);
        if (near.isPresent()) {
            throw new UnreadableFileException("column.near", column, template, near.get());
        }
        throw new UnreadableFileException("column.unknown", column, template, String.join(", ", codes));
    }
}
