// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tanma.template.model.CodeList;
import org.tanma.template.model.TemplateItem;

/**
 * Reads a spreadsheet's cell as an item's text where only one reading is possible: a code's name for the code, {@code TRUE} or
 * 是 for {@code true}, a date as spreadsheets save it ({@code 2008/6/30}) for {@code 2008-06-30}. Everything else stays as it
 * is, for the validator to judge.
 */
final class CellText {
    private static final Pattern SPREADSHEET_DATE = Pattern.compile("(\\d{4})(?:/|年)(\\d{1,2})(?:/|月)(\\d{1,2})日?");
    private static final Map<String, String> TRUTH =
            Map.of("true", "true", "是", "true", "yes", "true", "false", "false", "否", "false", "no", "false");

    private CellText() {}

    static String of(TemplateItem item, String cell) {
        return switch (item.type()) {
            case CODE_LIST ->
                item.codes().findByWords(cell).map(CodeList.Code::code).orElse(cell);
            case BOOLEAN -> TRUTH.getOrDefault(cell.toLowerCase(Locale.ROOT), cell);
            case DATE -> date(cell);
            case TEXT, INTEGER, DECIMAL, INSTANT, IDENTIFIER_REFERENCE, DIGEST, FILE, LIST, GROUP -> cell;
        };
    }

    private static String date(String cell) {
        Matcher m = SPREADSHEET_DATE.matcher(cell);
        return m.matches() ? m.group(1) + "-" + two(m.group(2)) + "-" + two(m.group(3)) : cell;
    }

    private static String two(String digits) {
        return digits.length() == 1 ? "0" + digits : digits;
    }
}
