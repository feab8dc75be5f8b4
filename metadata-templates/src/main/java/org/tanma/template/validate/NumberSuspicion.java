// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.validate;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tanma.template.model.BilingualText;
import org.tanma.template.model.ItemType;
import org.tanma.template.model.TemplateItem;

/**
 * Guesses what number a text was meant to be.
 *
 * <p>Undoes one usual slip after another (full-width characters, blanks, a unit, letters that look like digits, grouping,
 * scientific notation), naming each; what is left is suggested only when it is a number and no slip changes its size.
 */
final class NumberSuspicion {
    private static final Set<String> NO_VALUE =
            Set.of("-", "--", "/", "—", "——", "无", "暂无", "空", "n/a", "na", "null", "none", "nil", "?");
    private static final Map<String, String> UNIT_WORDS =
            Map.of("千瓦", "kW", "兆瓦", "MW", "吨", "t", "千克", "kg", "公斤", "kg", "个百分点", "%");
    private static final Pattern PARTS = Pattern.compile("([+-]?[0-9OoIl|][0-9OoIl|.,']*)(.*)");
    private static final Pattern EXPONENT = Pattern.compile("[+-]?\\d+(\\.\\d+)?[eE][+-]?\\d{1,2}");
    private static final Pattern GROUPED = Pattern.compile("-?\\d{1,3}([,']\\d{3})+(\\.\\d+)?");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("-?\\d+,\\d+");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Pattern APPROXIMATE = Pattern.compile("(约|大约|近|~|≈|>|<|≥|≤).*");

    private final List<BilingualText> hints = new ArrayList<>();
    private boolean isCertain = true;

    private NumberSuspicion() {}

    static BilingualText of(String given, TemplateItem item) {
        NumberSuspicion suspicion = new NumberSuspicion();
        suspicion.examine(given, item);
        return Phrases.join(suspicion.hints);
    }

    private void examine(String given, TemplateItem item) {
        if (NO_VALUE.contains(given.strip().toLowerCase(java.util.Locale.ROOT))) {
            hints.add(Phrases.of("hint.noValue"));
            return;
        }
        String text = undo("hint.fullWidth", given, Normalizer.normalize(given, Normalizer.Form.NFKC));
        text = undo("hint.blank", text, text.replaceAll("[\\s\\u00A0]", ""));
        if (APPROXIMATE.matcher(text).matches()) {
            hints.add(Phrases.of("hint.approximate"));
            return;
        }
        if (EXPONENT.matcher(text).matches()) {
            hints.add(Phrases.of("hint.exponent"));
            suggest(new BigDecimal(text).toPlainString(), item);
            return;
        }
        Matcher parts = PARTS.matcher(text);
        if (parts.matches()) {
            unit(parts.group(2), item);
            suggest(digits(parts.group(1)), item);
        }
    }

    private void unit(String tail, TemplateItem item) {
        if (tail.isEmpty()) {
            return;
        }
        String unit = UNIT_WORDS.getOrDefault(tail, tail);
        if (unit.equalsIgnoreCase(item.unit())) {
            hints.add(Phrases.of("hint.unitGlued", tail));
        } else {
            isCertain = false;
            hints.add(
                    item.unit().isEmpty()
                            ? Phrases.of("hint.trailing", tail)
                            : Phrases.of("hint.otherUnit", tail, item.unit()));
        }
    }

    private String digits(String head) {
        String text = undo("hint.letterO", head, head.replaceAll("[Oo]", "0"));
        text = undo("hint.letterL", text, text.replaceAll("[Il|]", "1"));
        if (GROUPED.matcher(text).matches()) {
            text = undo("hint.grouping", text, text.replaceAll("[,']", ""));
        } else if (DECIMAL_COMMA.matcher(text).matches()) {
            text = undo("hint.decimalComma", text, text.replace(',', '.'));
        }
        return text.startsWith("+") ? text.substring(1) : text;
    }

    private String undo(String key, String before, String after) {
        if (!before.equals(after)) {
            hints.add(Phrases.of(key));
        }
        return after;
    }

    private void suggest(String text, TemplateItem item) {
        if (!isCertain || !NUMBER.matcher(text).matches()) {
            return;
        }
        BigDecimal number = new BigDecimal(text);
        if (item.type() == ItemType.INTEGER && number.stripTrailingZeros().scale() > 0) {
            hints.add(Phrases.of("hint.fraction"));
        } else {
            String plain =
                    item.type() == ItemType.INTEGER ? number.toBigInteger().toString() : number.toPlainString();
            hints.add(Phrases.of("hint.suggestion", plain));
        }
    }
}
