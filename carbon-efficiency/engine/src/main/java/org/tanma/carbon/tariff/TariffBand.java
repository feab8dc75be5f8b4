// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.tariff;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of the day that is one sort of hours.
 *
 * @param fromMinute first minute of the day that belongs to it, 0 to 1439
 * @param toMinute first minute after it, at most 1440
 */
public record TariffBand(int fromMinute, int toMinute, TariffPeriod period) {
    /** Minutes of a day. */
    public static final int DAY = 24 * 60;

    private static final Pattern CLOCK = Pattern.compile("([01]\\d|2[0-4]):([0-5]\\d)");

    public TariffBand {
        if (fromMinute < 0 || toMinute > DAY || fromMinute >= toMinute) {
            throw new IllegalArgumentException("a part of the day runs from an earlier to a later time, at most 24:00: "
                    + clock(fromMinute) + " to " + clock(toMinute));
        }
    }

    /** Minutes since midnight of {@code 08:30}; {@code 24:00} is 1440; empty when it is no time of day. */
    public static Optional<Integer> minutes(String clock) {
        Matcher written = CLOCK.matcher(clock);
        if (!written.matches()) {
            return Optional.empty();
        }
        int minutes = Integer.parseInt(written.group(1)) * 60 + Integer.parseInt(written.group(2));
        return minutes <= DAY ? Optional.of(minutes) : Optional.empty();
    }

    /** {@code 08:30} of minutes since midnight. */
    public static String clock(int minutes) {
        return (minutes / 60 < 10 ? "0" : "") + minutes / 60 + ":" + (minutes % 60 < 10 ? "0" : "") + minutes % 60;
    }
}
