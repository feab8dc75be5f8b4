// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.ingest;

import java.time.Instant;

/**
 * What a meter counted in one interval, as a terminal signed it.
 *
 * @param meter handle of the meter
 * @param kind code of what it counts
 * @param from start of the interval; {@code to} itself where a counter was read for the first time
 * @param to end of the interval, whole seconds
 * @param amount decimal text, 0 or more
 * @param unit of the amount
 * @param counter what the counter showed at the end; empty where the meter sends amounts
 */
public record MeterReading(
        String meter, String kind, Instant from, Instant to, String amount, String unit, String counter) {
    public MeterReading {
        if (from.isAfter(to)) {
            throw new IllegalArgumentException("an interval from " + from + " to " + to);
        }
    }
}
