// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.issue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanma.kit.rest.ProblemException;
import org.tanma.kit.rest.WordedViolation;
import org.tanma.kit.rest.Wording;

/**
 * From when until when a code is valid; {@code until} is the first instant outside.
 *
 * <p>Unless something else is asked for, a code of year Y lasts to the end of 30 June of Y+2, China Standard Time: by then the
 * figures of Y+1 are due and their code takes its place. What is asked for may be at most {@value #MAX_YEARS} years ahead.
 */
record Validity(Instant from, Instant until) {
    /** China Standard Time, the time a day on a code is meant in. */
    static final ZoneId ZONE = ZoneOffset.ofHours(8);

    private static final int MAX_YEARS = 3;
    private static final Wording LAST_DAY =
            new Wording("请填写碳效码最后有效的日期", "give the last day on which the code is to be valid");

    static Validity of(Instant now, int year, @Nullable String asked) {
        Instant until = asked == null ? endOf(LocalDate.of(year + 2, Month.JUNE, 30)) : parse(asked);
        Instant latest = endOf(now.atZone(ZONE).toLocalDate().plusYears(MAX_YEARS));
        if (!until.isAfter(now) || until.isAfter(latest)) {
            throw refused(
                    asked == null ? lastDay(until).toString() : asked,
                    new Wording("今天之后的日期，不晚于 " + lastDay(latest), "a day after today and not after " + lastDay(latest)),
                    asked == null
                            ? new Wording(
                                    "这是 " + year + " 年度的默认有效期；请指定最后有效日",
                                    "this is the default for " + year + "; give the last day the code is to be valid")
                            : LAST_DAY);
        }
        return new Validity(now, until);
    }

    private static Instant parse(String asked) {
        try {
            return asked.contains("T") ? Instant.parse(asked) : endOf(LocalDate.parse(asked));
        } catch (DateTimeParseException e) {
            throw refused(
                    asked,
                    new Wording(
                            "日期，例如 2027-06-30（当日 24 时前有效，UTC+8），或时刻，例如 2027-06-30T16:00:00Z",
                            "a day such as 2027-06-30 (valid to its end, UTC+8) or an instant such as 2027-06-30T16:00:00Z"),
                    LAST_DAY);
        }
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZONE).toInstant();
    }

    private static LocalDate lastDay(Instant until) {
        return until.minusNanos(1).atZone(ZONE).toLocalDate();
    }

    private static ProblemException refused(String given, Wording allowed, Wording hint) {
        return ProblemException.unprocessable(
                "validity",
                new Wording(
                        "未签发碳效码：有效期不能到 " + given + "。", "No code was issued: it cannot be valid until " + given + "."),
                List.of(new WordedViolation("validUntil", given, allowed, hint)));
    }
}
