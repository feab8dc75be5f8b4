// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.ledger;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an entry covers: one calendar month, or one calendar year.
 *
 * @param year 1990 to 2199
 * @param month 1 to 12, or 0 for the whole year
 */
public record Period(int year, int month) implements Comparable<Period> {
    private static final Pattern WRITTEN = Pattern.compile("((?:19|20|21)\\d\\d)(?:[-/.年]?(\\d{1,2})月?|年)?");
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2199;

    public Period {
        if (year < FIRST_YEAR || year > LAST_YEAR || month < 0 || month > 12) {
            throw new IllegalArgumentException("not a period: year " + year + ", month " + month);
        }
    }

    public static Period ofYear(int year) {
        return new Period(year, 0);
    }

    /** Reads {@code 2025-03}, {@code 2025/3}, {@code 202503}, {@code 2025年3月}, {@code 2025}; empty when it is none of these. */
    public static Optional<Period> parse(String text) {
        Matcher written = WRITTEN.matcher(text.strip());
        if (!written.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(written.group(1));
        int month = written.group(2) == null ? 0 : Integer.parseInt(written.group(2));
        boolean isSound = year >= FIRST_YEAR && (written.group(2) == null || (month >= 1 && month <= 12));
        return isSound ? Optional.of(new Period(year, month)) : Optional.empty();
    }

    /** The period that was written by {@link #text}; throws {@link IllegalStateException} when it is none. */
    public static Period get(String text) {
        return parse(text).orElseThrow(() -> new IllegalStateException("'" + text + "' is kept as a period"));
    }

    /** True when a month lies in the year, or the year holds the month, or both are the same. */
    public boolean overlaps(Period other) {
        return year == other.year && (month == other.month || month == 0 || other.month == 0);
    }

    public boolean isWholeYear() {
        return month == 0;
    }

    /** {@code 2025-03}, or {@code 2025}. */
    public String text() {
        return isWholeYear() ? Integer.toString(year) : String.format(Locale.ROOT, "%d-%02d", year, month);
    }

    @Override
    public int compareTo(Period other) {
        return year == other.year ? Integer.compare(month, other.month) : Integer.compare(year, other.year);
    }
}
