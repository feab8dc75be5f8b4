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
import org.tanma.template.model.BilingualText;
import org.tanma.template.model.MetadataTemplate;
import org.tanma.template.model.TemplateItem;
import org.tanma.template.validate.NearestName;
import org.tanma.template.validate.Violation;

/**
 * What the columns of a table mean for one template: each an item by its code or name, or {@code handle}, or {@code suffix}.
 *
 * <p>A column may carry its item's unit in brackets. The columns an earlier answer added are passed over, so that a mended
 * answer can be sent as it is; the handle such an answer assigned is used again. Any other column refuses the whole table.
 * Immutable and safe between threads.
 */
public final class SheetColumns {
    static final String RESULT = "column.result";
    static final String ASSIGNED = "column.handle";
    static final String PROBLEMS = "column.problems";

    private static final Set<String> HANDLE = Set.of("handle", "标识");
    private static final Set<String> SUFFIX = Set.of("suffix", "后缀");
    private static final Pattern WITH_UNIT = Pattern.compile("(.+?)\\s*[(（\\[](.+?)[)）\\]]");

    private enum Meaning {
        ITEM,
        HANDLE,
        SUFFIX,
        ASSIGNED,
        NOTHING
    }

    private record Column(Meaning meaning, Optional<TemplateItem> item) {}

    private final List<Column> columns;

    private SheetColumns(List<Column> columns) {
        this.columns = List.copyOf(columns);
    }

    /** Reads a header; throws {@link RefusedSheetException} with every column that is not understood. */
    public static SheetColumns of(List<String> header, MetadataTemplate template) {
        List<Column> columns = new ArrayList<>();
        List<Violation> refused = new ArrayList<>();
        Map<String, String> taken = new HashMap<>();
        for (String column : header) {
            Meaning own = own(column);
            if (own != Meaning.ITEM) {
                columns.add(new Column(own, Optional.empty()));
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
            columns.add(new Column(Meaning.ITEM, item));
        }
        if (!refused.isEmpty()) {
            throw new RefusedSheetException(refused);
        }
        return new SheetColumns(columns);
    }

    /**
     * The row these cells say.
     *
     * @param cells trimmed, in the order of the columns; cells that are absent at the end are empty
     * @param surplus what stands beyond the last column
     */
    public RegistrationRow row(long number, List<String> cells, List<String> surplus) {
        Map<String, String> items = new LinkedHashMap<>();
        String handle = "";
        String assigned = "";
        String suffix = "";
        int count = Math.min(cells.size(), columns.size());
        for (int i = 0; i < count; i++) {
            String cell = cells.get(i);
            if (cell.isEmpty()) {
                continue;
            }
            Column column = columns.get(i);
            switch (column.meaning()) {
                case ITEM -> {
                    TemplateItem item = column.item().orElseThrow();
                    items.put(item.code(), CellText.of(item, cell));
                }
                case HANDLE -> handle = cell;
                case SUFFIX -> suffix = cell;
                case ASSIGNED -> assigned = cell;
                case NOTHING -> {
                    // What an earlier answer said about the row.
                }
            }
        }
        boolean isNamedBefore = handle.isEmpty() && suffix.isEmpty();
        return new RegistrationRow(number, isNamedBefore ? assigned : handle, suffix, items, surplus(surplus));
    }

    /** True for a column an answer adds: what became of the row, and why. */
    public static boolean isAnswer(String column) {
        Meaning own = own(column);
        return own == Meaning.NOTHING || own == Meaning.ASSIGNED;
    }

    /** The headings an answer adds: result, handle, problems. */
    public static List<String> answerHeadings(Locale locale) {
        return Stream.of(RESULT, ASSIGNED, PROBLEMS)
                .map(key -> Refusals.of(key).in(locale))
                .toList();
    }

    private static Meaning own(String column) {
        String folded = column.toLowerCase(Locale.ROOT);
        if (HANDLE.contains(folded)) {
            return Meaning.HANDLE;
        }
        if (SUFFIX.contains(folded)) {
            return Meaning.SUFFIX;
        }
        if (isNamed(column, ASSIGNED)) {
            return Meaning.ASSIGNED;
        }
        return isNamed(column, RESULT) || isNamed(column, PROBLEMS) ? Meaning.NOTHING : Meaning.ITEM;
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

    private List<Violation> surplus(List<String> surplus) {
        if (surplus.isEmpty()) {
            return List.of();
        }
        return List.of(new Violation(
                "row",
                "sheet.surplus",
                Refusals.of("subject.row"),
                String.join(",", surplus),
                Refusals.of("sheet.surplus.problem", surplus.size()),
                Refusals.of("sheet.surplus.allowed", columns.size()),
                Refusals.of("sheet.surplus.hint")));
    }
}
