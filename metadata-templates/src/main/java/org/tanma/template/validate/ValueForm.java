// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.validate;

import com.networknt.schema.regex.JDKRegularExpressionFactory;
import com.networknt.schema.regex.RegularExpression;
import java.math.BigDecimal;
import java.util.Set;
import java.util.stream.Collectors;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.InvalidHandleException;
import org.tanma.template.model.CodeList;
import org.tanma.template.model.ItemLimits;
import org.tanma.template.model.TemplateItem;

/**
 * Decides quickly whether one text is right for an item: form and range, as {@link TemplateSchema} and the range rule say together.
 *
 * <p>Says yes only where those two say yes; where it says no, they are asked, and they explain. Safe between threads.
 */
@FunctionalInterface
interface ValueForm {
    boolean isRight(String text);

    /** The form of an item that is neither list nor group. */
    static ValueForm of(TemplateItem item) {
        ItemLimits limits = item.limits();
        return switch (item.type()) {
            case TEXT -> text(limits);
            case INTEGER -> text -> isInteger(text) && isWithin(text, limits);
            case DECIMAL -> text -> isDecimal(text) && isWithin(text, limits);
            case BOOLEAN -> text -> text.equals("true") || text.equals("false");
            case DATE -> text -> text.length() == 10 && isDate(text);
            case INSTANT -> ValueForm::isInstant;
            case CODE_LIST -> {
                Set<String> codes =
                        item.codes().codes().stream().map(CodeList.Code::code).collect(Collectors.toUnmodifiableSet());
                yield codes::contains;
            }
            case IDENTIFIER_REFERENCE -> text -> isShort(text, limits) && isHandle(text);
            case DIGEST -> pattern(TemplateSchema.DIGEST);
            case FILE -> pattern(TemplateSchema.FILE);
            case LIST, GROUP -> throw new IllegalArgumentException("item '" + item.code() + "' has parts");
        };
    }

    private static ValueForm text(ItemLimits limits) {
        ValueForm form = limits.findPattern().map(ValueForm::pattern).orElse(ValueForm::isOneLine);
        return text -> {
            int length = text.codePointCount(0, text.length());
            return length >= limits.minLength() && length <= limits.maxLength() && form.isRight(text);
        };
    }

    private static ValueForm pattern(String pattern) {
        RegularExpression compiled = JDKRegularExpressionFactory.getInstance().getRegularExpression(pattern);
        return compiled::matches;
    }

    private static boolean isOneLine(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c >= 0x7F && c <= 0x9F || c == '\u2028' || c == '\u2029') {
                return false;
            }
        }
        return !text.isEmpty() && text.charAt(0) != ' ' && text.charAt(text.length() - 1) != ' ';
    }

    private static boolean isShort(String text, ItemLimits limits) {
        return text.length() <= limits.maxLength();
    }

    private static int digits(String text, int from) {
        int i = from;
        while (i < text.length() && isDigit(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isInteger(String text) {
        if (text.equals("0")) {
            return true;
        }
        int from = text.startsWith("-") ? 1 : 0;
        return from < text.length() && text.charAt(from) != '0' && digits(text, from) == text.length();
    }

    private static boolean isDecimal(String text) {
        int from = text.startsWith("-") ? 1 : 0;
        int point = digits(text, from);
        if (point == from || text.charAt(from) == '0' && point > from + 1) {
            return false;
        }
        return point == text.length()
                || text.charAt(point) == '.' && point + 1 < text.length() && digits(text, point + 1) == text.length();
    }

    private static boolean isWithin(String number, ItemLimits limits) {
        BigDecimal min = limits.min();
        BigDecimal max = limits.max();
        if (!isShort(number, limits)) {
            return false;
        }
        if (min == null && max == null) {
            return true;
        }
        BigDecimal value = new BigDecimal(number);
        return (min == null || value.compareTo(min) >= 0) && (max == null || value.compareTo(max) <= 0);
    }

    private static boolean isDate(String text) {
        for (int i = 0; i < 10; i++) {
            boolean isRight = i == 4 || i == 7 ? text.charAt(i) == '-' : isDigit(text.charAt(i));
            if (!isRight) {
                return false;
            }
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        return month >= 1 && month <= 12 && day >= 1 && day <= days(year, month);
    }

    private static int days(int year, int month) {
        return switch (month) {
            case 2 -> java.time.Year.isLeap(year) ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }

    private static int number(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            value = value * 10 + text.charAt(i) - '0';
        }
        return value;
    }

    private static boolean isInstant(String text) {
        int end = text.length() - 1;
        if (end < 19 || end > 29 || text.charAt(end) != 'Z' || text.charAt(10) != 'T' || !isDate(text)) {
            return false;
        }
        boolean isFraction = end == 19 || text.charAt(19) == '.' && end > 20 && digits(text, 20) == end;
        return isFraction
                && text.charAt(13) == ':'
                && text.charAt(16) == ':'
                && isUpTo(text, 11, 23)
                && isUpTo(text, 14, 59)
                && isUpTo(text, 17, 59);
    }

    private static boolean isUpTo(String text, int from, int most) {
        return isDigit(text.charAt(from)) && isDigit(text.charAt(from + 1)) && number(text, from, from + 2) <= most;
    }

    private static boolean isHandle(String text) {
        int slash = text.indexOf('/');
        if (slash < 1 || slash == text.length() - 1 || !isPlain(text)) {
            return false;
        }
        try {
            HandleName.parse(text);
            return true;
        } catch (InvalidHandleException e) {
            return false;
        }
    }

    /** No blanks and no line ends: what a handle may have of them is left to the schema. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c == '\u0085' || c == '\u2028' || c == '\u2029') {
                return false;
            }
        }
        return true;
    }
}
