// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tanma.kit.csv.CsvTable;
import org.tanma.template.model.BilingualText;
import org.tanma.template.model.MetadataTemplate;
import org.tanma.template.model.TemplateItem;
import org.tanma.template.validate.NearestName;
import org.tanma.template.validate.Violation;

/**
 * A table of records to register: each column an item by its code or name, or {@code handle}, or {@code suffix}.
 *
 * <p>A column may carry its item's unit in brackets. The columns an earlier answer added are passed over, so that a mended
 * answer can be sent as it is; the handle such an answer assigned is used again. Any other column refuses the whole table.
 */
public final class RegistrationSheet {
    static final String RESULT = "column.result";
    static final String ASSIGNED = "column.handle";
    static final String PROBLEMS = "column.problems";

    private static final Set<String> HANDLE = Set.of("handle", "标识");
    private static final Set<String> SUFFIX = Set.of("suffix", "后缀");
    private static final Pattern WITH_UNIT = Pattern.compile("(.+?)\\s*[(（\\[](.+?)[)）\\]]");

    private final CsvTable table;
    private final List<RegistrationRow> rows;

    private RegistrationSheet(CsvTable table, List<RegistrationRow> rows) {
        this.table = table;
        this.rows = rows;
    }

    /** Reads the rows; throws {@link RefusedSheetException} with every column that is not understood. */
    public static RegistrationSheet read(CsvTable table, MetadataTemplate template) {
        Map<String, TemplateItem> columns = new LinkedHashMap<>();
        List<Violation> refused = new ArrayList<>();
        Map<String, String> taken = new HashMap<>();
        for (String column : table.columns()) {
            if (isOurs(column)) {
                continue;
            }
            Optional<TemplateItem> item = item(column, template);
            Optional<Violation> wrong = item.isPresent() ? wrongUnit(column, item.get()) : unknown(column, template);
            String earlier =
                    item.isEmpty() ? null : taken.putIfAbsent(item.get().code(), column);
            if (earlier != null) {
                wrong = Optional.of(violation(
                        "sheet.doubled",
                        column,
                        Refusals.of("sheet.doubled.problem", earlier),
                        Refusals.of("sheet.doubled.allowed"),
                        BilingualText.EMPTY));
            }
            wrong.ifPresent(refused::add);
            item.ifPresent(i -> columns.put(column, i));
        }
        if (!refused.isEmpty()) {
            throw new RefusedSheetException(refused);
        }
        return new RegistrationSheet(
                table,
                table.rows().stream().map(row -> row(row, table, columns)).toList());
    }

    public CsvTable table() {
        return table;
    }

    public List<RegistrationRow> rows() {
        return rows;
    }

    /** True for a column an answer adds: what became of the row, and why. */
    static boolean isAnswer(String column) {
        return isNamed(column, RESULT) || isNamed(column, PROBLEMS) || isNamed(column, ASSIGNED);
    }

    private static boolean isOurs(String column) {
        return HANDLE.contains(column.toLowerCase(Locale.ROOT))
                || SUFFIX.contains(column.toLowerCase(Locale.ROOT))
                || isAnswer(column);
    }

    private static boolean isNamed(String column, String key) {
        BilingualText name = Refusals.of(key);
        return column.equals(name.zh()) || column.equalsIgnoreCase(name.en());
    }

    private static Optional<TemplateItem> item(String column, MetadataTemplate template) {
        Optional<TemplateItem> exact = template.findItemCalled(column);
        Matcher m = WITH_UNIT.matcher(column);
        return exact.isPresent() || !m.matches() ? exact : template.findItemCalled(m.group(1));
    }

    private static Optional<Violation> wrongUnit(String column, TemplateItem item) {
        Matcher m = WITH_UNIT.matcher(column);
        if (item.isCalled(column)
                || !m.matches()
                || m.group(2).strip().equals(item.unit())
                || item.unit().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(violation(
                "sheet.unit",
                column,
                Refusals.of("sheet.unit.problem", item.unit()),
                Refusals.of("sheet.unit.allowed", item.unit()),
                BilingualText.EMPTY));
    }

    private static Optional<Violation> unknown(String column, MetadataTemplate template) {
        List<String> names = Stream.concat(
                        Stream.of("handle", "suffix"),
                        template.items().stream()
                                .flatMap(i -> Stream.of(
                                        i.code(), i.name().zh(), i.name().en())))
                .toList();
        BilingualText hint = NearestName.find(column, names)
                .map(name -> Refusals.of("sheet.nearest", name))
                .orElse(BilingualText.EMPTY);
        BilingualText known = new BilingualText(
                String.join(
                        "、", template.items().stream().map(i -> i.name().zh()).toList()),
                String.join(
                        ", ", template.items().stream().map(TemplateItem::code).toList()));
        return Optional.of(violation(
                "sheet.unknown",
                column,
                Refusals.of("sheet.unknown.problem", template.title()),
                Refusals.of("sheet.unknown.allowed", known),
                hint));
    }

    private static Violation violation(
            String rule, String column, BilingualText problem, BilingualText allowed, BilingualText hint) {
        return new Violation(column, rule, Refusals.of("subject.sheet"), column, problem, allowed, hint);
    }

    private static RegistrationRow row(CsvTable.Row row, CsvTable table, Map<String, TemplateItem> columns) {
        Map<String, String> items = new LinkedHashMap<>();
        String handle = "";
        String assigned = "";
        String suffix = "";
        for (Map.Entry<String, String> cell : row.cells().entrySet()) {
            String column = cell.getKey();
            TemplateItem item = columns.get(column);
            if (cell.getValue().isEmpty()) {
                continue;
            }
            if (item != null) {
                items.put(item.code(), CellText.of(item, cell.getValue()));
            } else if (isNamed(column, ASSIGNED)) {
                assigned = cell.getValue();
            } else if (HANDLE.contains(column.toLowerCase(Locale.ROOT))) {
                handle = cell.getValue();
            } else if (SUFFIX.contains(column.toLowerCase(Locale.ROOT))) {
                suffix = cell.getValue();
            }
        }
        boolean isNamedBefore = handle.isEmpty() && suffix.isEmpty();
        return new RegistrationRow(row.line(), isNamedBefore ? assigned : handle, suffix, items, surplus(row, table));
    }

    private static List<Violation> surplus(CsvTable.Row row, CsvTable table) {
        if (row.surplus().isEmpty()) {
            return List.of();
        }
        return List.of(new Violation(
                "row",
                "sheet.surplus",
                Refusals.of("subject.row"),
                String.join(",", row.surplus()),
                Refusals.of("sheet.surplus.problem", row.surplus().size()),
                Refusals.of("sheet.surplus.allowed", table.columns().size()),
                Refusals.of("sheet.surplus.hint")));
    }
}
