// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.tanma.kit.page.Language;
import org.tanma.kit.page.Messages;
import org.tanma.label.issue.BilingualText;

/** One language's words, numbers and times as the page writes them. */
record Words(Messages messages, Language language) {
    /** Times are shown in China Standard Time and say so. */
    private static final ZoneOffset ZONE = ZoneOffset.ofHours(8);

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    String text(String key, Object... arguments) {
        return messages.text(language, "code." + key, arguments);
    }

    String of(BilingualText text) {
        return language == Language.ZH ? text.zh() : text.en();
    }

    /** Groups the digits before the point by threes: {@code 1040000} is {@code 1,040,000}. */
    static String number(String decimal) {
        int point = decimal.indexOf('.');
        String whole = point < 0 ? decimal : decimal.substring(0, point);
        return whole.replaceAll("(?<=\\d)(?=(\\d{3})+$)", ",") + (point < 0 ? "" : decimal.substring(point));
    }

    static String minute(Instant instant) {
        return MINUTE.format(instant.atOffset(ZONE)) + " (UTC+8)";
    }

    /** The last day before {@code end}. */
    static String lastDay(Instant end) {
        return end.minusNanos(1).atOffset(ZONE).toLocalDate().toString();
    }

    /** How far a ratio lies from one, in whole percent: {@code 0.891} is 11. */
    static int percentFromOne(BigDecimal ratio) {
        return ratio.subtract(BigDecimal.ONE)
                .abs()
                .movePointRight(2)
                .setScale(0, RoundingMode.HALF_EVEN)
                .intValueExact();
    }
}
