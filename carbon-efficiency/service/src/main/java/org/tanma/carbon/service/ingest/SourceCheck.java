// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.ingest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.tanma.carbon.service.ledger.SourceContent;
import org.tanma.kit.rest.WordedViolation;
import org.tanma.kit.rest.Wording;

/** Judges what is said of an emission source: all that is wrong with it at once. */
public final class SourceCheck {
    private static final Pattern SOURCE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._#-]{0,63}");
    private static final List<String> QUALITIES = List.of("metered", "settled", "calculated", "estimated");
    private static final int MOST_TEXT = 256;
    private static final int MOST_SHOWN = 80;
    private static final int MOST_DIGITS = 20;
    private static final BigDecimal MOST_PERCENT = BigDecimal.valueOf(1000);

    private SourceCheck() {}

    /** @param isOwnDevice whether a handle is a registered device of the enterprise */
    public static List<WordedViolation> violations(
            String source, SourceContent content, Predicate<String> isOwnDevice) {
        List<WordedViolation> violations = new ArrayList<>();
        if (!SOURCE.matcher(source).matches()) {
            violations.add(new WordedViolation(
                    "source",
                    shown(source),
                    new Wording("1 至 64 个字母、汉字、数字、空格或 . _ # -", "1 to 64 letters, digits, spaces and . _ # -"),
                    Wording.NONE));
        }
        text("site", content.site(), violations);
        text("process", content.process(), violations);
        if (!content.device().isEmpty() && !isOwnDevice.test(content.device())) {
            violations.add(new WordedViolation(
                    "device",
                    shown(content.device()),
                    new Wording("本企业已注册设备的标识", "the handle of a registered device of the enterprise"),
                    new Wording("请先注册该设备，或留空", "register the device first, or leave it out")));
        }
        uncertainty(content.uncertaintyPercent()).ifPresent(violations::add);
        if (!content.dataQuality().isEmpty() && !QUALITIES.contains(content.dataQuality())) {
            violations.add(new WordedViolation(
                    "dataQuality",
                    shown(content.dataQuality()),
                    Wording.same(String.join(", ", QUALITIES)),
                    new Wording("计量器具读数、结算凭证、推算、估算", "from a controlled meter, from invoices, derived, judged")));
        }
        return violations;
    }

    private static Optional<WordedViolation> uncertainty(String given) {
        Optional<WordedViolation> violation =
                given.isEmpty() ? Optional.empty() : DecimalText.violation("uncertaintyPercent", given);
        boolean isWithin = given.isEmpty()
                || violation.isPresent()
                || given.length() <= MOST_DIGITS
                        && new BigDecimal(given).signum() >= 0
                        && new BigDecimal(given).compareTo(MOST_PERCENT) <= 0;
        return isWithin
                ? violation
                : Optional.of(new WordedViolation(
                        "uncertaintyPercent",
                        shown(given),
                        new Wording("0 至 1000 的百分数，最多 20 个字符", "0 to 1000 per cent, in at most 20 characters"),
                        Wording.NONE));
    }

    private static void text(String path, String given, List<WordedViolation> violations) {
        if (given.length() > MOST_TEXT || given.chars().anyMatch(Character::isISOControl)) {
            violations.add(new WordedViolation(
                    path,
                    shown(given),
                    new Wording(
                            "最多 " + MOST_TEXT + " 个字符，不含控制字符",
                            "at most " + MOST_TEXT + " characters, no control characters"),
                    Wording.NONE));
        }
    }

    private static String shown(String text) {
        return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN - 1) + "…";
    }
}
