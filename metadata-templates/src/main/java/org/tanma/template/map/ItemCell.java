// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.map;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tanma.template.model.CodeList;
import org.tanma.template.model.ItemType;
import org.tanma.template.model.TemplateItem;
import org.tanma.template.validate.ItemText;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Reads a table's cell as an item's text where only one reading is possible: a code's name for the code, {@code TRUE} or 是 for
 * {@code true}, a date as spreadsheets save it ({@code 2008/6/30}) for {@code 2008-06-30}, {@code a;b} or JSON for a list, JSON for a
 * group. Everything else stays as it is, for the validator to judge.
 */
public final class ItemCell {
    private static final Pattern SPREADSHEET_DATE = Pattern.compile("(\\d{4})(?:/|年)(\\d{1,2})(?:/|月)(\\d{1,2})日?");
    private static final Pattern BETWEEN = Pattern.compile("[;；]");
    private static final Pattern LINE = Pattern.compile("\\R");
    private static final Map<String, String> TRUTH =
            Map.of("true", "true", "是", "true", "yes", "true", "false", "false", "否", "false", "no", "false");

    private ItemCell() {}

    /** The text of an item that a cell, not empty, stands for. */
    public static String text(TemplateItem item, String cell) {
        return switch (item.type()) {
            case CODE_LIST ->
                item.codes().findByWords(cell).map(CodeList.Code::code).orElse(cell);
            case BOOLEAN -> TRUTH.getOrDefault(cell.toLowerCase(Locale.ROOT), cell);
            case DATE -> date(cell);
            case LIST -> list(item.parts().items().get(0), cell);
            case GROUP -> canonical(cell);
            case TEXT, INTEGER, DECIMAL, INSTANT, IDENTIFIER_REFERENCE, DIGEST, FILE -> cell;
        };
    }

    private static String date(String cell) {
        Matcher m = SPREADSHEET_DATE.matcher(cell);
        return m.matches() ? m.group(1) + "-" + two(m.group(2)) + "-" + two(m.group(3)) : cell;
    }

    private static String two(String digits) {
        return digits.length() == 1 ? "0" + digits : digits;
    }

    private static String list(TemplateItem element, String cell) {
        if (element.type().isStructure() || cell.startsWith("[")) {
            return canonical(cell);
        }
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        Pattern separator = element.type() == ItemType.FILE ? LINE : BETWEEN;
        separator
                .splitAsStream(cell)
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .forEach(part -> array.add(text(element, part)));
        return ItemText.of(array);
    }

    private static String canonical(String cell) {
        try {
            return ItemText.canonical(cell);
        } catch (IllegalArgumentException e) {
            return cell;
        }
    }
}
