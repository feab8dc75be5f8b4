// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.inventory;

import java.time.YearMonth;

/**
 * Whole months that one reading covers; a month, a quarter, a year.
 *
 * @param first first month
 * @param last last month, not before the first, at most 12 months in all
 */
public record ActivityPeriod(YearMonth first, YearMonth last) implements Comparable<ActivityPeriod> {
    public ActivityPeriod {
        int months = months(first, last);
        if (months < 1 || months > 12) {
            throw new IllegalArgumentException("a reading covers 1 to 12 months, not " + first + " to " + last);
        }
    }

    public static ActivityPeriod of(YearMonth month) {
        return new ActivityPeriod(month, month);
    }

    public static ActivityPeriod ofYear(int year) {
        return new ActivityPeriod(YearMonth.of(year, 1), YearMonth.of(year, 12));
    }

    /** Reads {@code 2025-03}, {@code 2025-01..2025-03} or {@code 2025}; throws {@link java.time.DateTimeException}. */
    public static ActivityPeriod parse(String text) {
        if (text.matches("[0-9]{4}")) {
            return ofYear(Integer.parseInt(text));
        }
        int dots = text.indexOf("..");
        return dots < 0
                ? of(YearMonth.parse(text))
                : new ActivityPeriod(
                        YearMonth.parse(text.substring(0, dots)), YearMonth.parse(text.substring(dots + 2)));
    }

    /** How many months, 1 to 12. */
    public int months() {
        return months(first, last);
    }

    private static int months(YearMonth first, YearMonth last) {
        return 12 * (last.getYear() - first.getYear()) + last.getMonthValue() - first.getMonthValue() + 1;
    }

    public boolean contains(YearMonth month) {
        return !month.isBefore(first) && !month.isAfter(last);
    }

    @Override
    public int compareTo(ActivityPeriod other) {
        int byFirst = first.compareTo(other.first);
        return byFirst != 0 ? byFirst : last.compareTo(other.last);
    }

    /** {@code 2025-03}, or {@code 2025-01..2025-03}. */
    @Override
    public String toString() {
        return first.equals(last) ? first.toString() : first + ".." + last;
    }
}
