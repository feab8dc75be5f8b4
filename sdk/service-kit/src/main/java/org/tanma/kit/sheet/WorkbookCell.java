// SPDX-License-Identifier: Apache-2.0
package org.tanma.kit.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.jspecify.annotations.Nullable;

/**
 * What a workbook's cell says, as text: a number in plain notation with the fifteen digits spreadsheets show, so that neither
 * 1E+05 nor 0.30000000000000004 comes of it; a number formatted as a date as {@code 2026-01-31}, with a time as {@code
 * 2026-01-31T08:00:00}; a truth value as {@code true} or {@code false}; a formula as the result it was saved with.
 */
final class WorkbookCell {
    private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_EVEN);
    private static final int LONGEST_SCALE = 100;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
    /** Parts of a number format that are shown as they stand: quoted, escaped, colours and locales. */
    private static final Pattern NOT_FORMAT = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?!h|m|s)[^]]*]");

    private static final Pattern DATE_FORMAT = Pattern.compile("[yYdDhHsS年]|(?<![#0?.])[mM]");

    private WorkbookCell() {}

    static String text(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        Object value = cell.getValue();
        if (value instanceof Boolean truth) {
            return truth ? "true" : "false";
        }
        String raw = cell.getRawValue() == null ? "" : cell.getRawValue();
        if (value instanceof BigDecimal number) {
            return isDate(cell) ? date(cell, number) : number(number);
        }
        if (cell.getType() == CellType.FORMULA) {
            return formula(cell, raw);
        }
        return value instanceof String text ? text.strip() : raw.strip();
    }

    private static String formula(Cell cell, String raw) {
        String text = raw.strip();
        try {
            BigDecimal number = new BigDecimal(text);
            return isDate(cell) ? date(cell, number) : number(number);
        } catch (NumberFormatException e) {
            return text;
        }
    }

    private static String number(BigDecimal number) {
        BigDecimal shown = number.round(SHOWN).stripTrailingZeros();
        if (Math.abs(shown.scale()) > LONGEST_SCALE) {
            return number.toString();
        }
        return shown.signum() == 0 ? "0" : shown.toPlainString();
    }

    private static String date(Cell cell, BigDecimal number) {
        try {
            LocalDateTime date = cell.asDate();
            return date.toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? date.toLocalDate().toString()
                    : TIME.format(date);
        } catch (ExcelReaderException | DateTimeException | ArithmeticException e) {
            return number(number);
        }
    }

    static boolean isDate(Cell cell) {
        Integer id = cell.getDataFormatId();
        if (id == null) {
            return false;
        }
        boolean isBuiltIn =
                id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 45 && id <= 47 || id >= 50 && id <= 58;
        String format = cell.getDataFormatString();
        return isBuiltIn || format != null && isDateFormat(format);
    }

    /** True for a number format that shows a date or a time. */
    static boolean isDateFormat(String format) {
        return !format.equalsIgnoreCase("general")
                && DATE_FORMAT
                        .matcher(NOT_FORMAT.matcher(format).replaceAll(""))
                        .find();
    }
}
