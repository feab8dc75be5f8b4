// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.ingest;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tanma.kit.rest.WordedViolation;
import org.tanma.kit.rest.Wording;

/** Judges decimal text: digits, at most one point, perhaps a minus; nothing is guessed, but the likely slip is named. */
public final class DecimalText {
    private static final Pattern PLAIN = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Pattern GROUPED = Pattern.compile("-?\\d{1,3}([,\u202F\u00A0 ']\\d{3})+(\\.\\d+)?");
    private static final Pattern LOOKALIKE = Pattern.compile("[-0-9OoQlI|.]+");
    private static final int MAX_DIGITS = 40;
    private static final Wording ALLOWED = new Wording("十进制数，例如 18250.5", "a decimal number such as 18250.5");

    private DecimalText() {}

    /** What is wrong with {@code text}; empty when it is decimal text. */
    public static Optional<WordedViolation> violation(String path, String text) {
        if (PLAIN.matcher(text).matches() && text.length() <= MAX_DIGITS) {
            return Optional.empty();
        }
        return Optional.of(new WordedViolation(path, shortened(text), ALLOWED, hint(text)));
    }

    private static Wording hint(String text) {
        if (text.length() > MAX_DIGITS) {
            return new Wording("最多 " + MAX_DIGITS + " 个字符", "at most " + MAX_DIGITS + " characters");
        }
        if (GROUPED.matcher(text).matches()) {
            return suggestion("without thousands separators", "不要千位分隔符", text.replaceAll("[,\u202F\u00A0 ']", ""));
        }
        String narrow = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        if (!narrow.equals(text) && PLAIN.matcher(narrow).matches()) {
            return suggestion("with half-width digits", "请用半角数字", narrow);
        }
        String digits = text.replaceAll("[OoQ]", "0").replaceAll("[lI|]", "1");
        if (LOOKALIKE.matcher(text).matches() && PLAIN.matcher(digits).matches()) {
            return suggestion(
                    text.matches(".*[OoQ].*") ? "a letter O stands for a zero" : "a letter stands for a one",
                    text.matches(".*[OoQ].*") ? "疑似把数字 0 写成了字母 O" : "疑似把数字 1 写成了字母",
                    digits);
        }
        if (text.matches("-?\\d+,\\d+")) {
            return suggestion("with a decimal point", "小数点请用 .", text.replace(',', '.'));
        }
        if (text.matches("-?\\d+(\\.\\d+)?[^\\d.].*")) {
            return new Wording("单位请写在单位列", "put the unit into the unit column");
        }
        return Wording.NONE;
    }

    private static Wording suggestion(String en, String zh, String text) {
        return new Wording(zh + "：是否应为 " + text + "？", en + ": did you mean " + text + "?");
    }

    private static String shortened(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }
}
