// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.rest;

import java.util.List;
import org.tanma.carbon.service.ingest.MeterReading;

/**
 * Signed readings of a meter, by time and kind.
 *
 * @param next to be given as {@code from} to read on; empty when these are all
 */
public record ReadingAnswer(String meter, List<Interval> readings, String next) {

    /**
     * What was counted in one interval.
     *
     * @param from start, ISO 8601 UTC
     * @param to end
     * @param amount decimal text
     * @param counter what the counter showed at the end; empty where amounts are sent
     */
    public record Interval(String kind, String from, String to, String amount, String unit, String counter) {}

    static ReadingAnswer of(String meter, List<MeterReading> readings, String next) {
        return new ReadingAnswer(
                meter,
                readings.stream()
                        .map(r -> new Interval(
                                r.kind(), r.from().toString(), r.to().toString(), r.amount(), r.unit(), r.counter()))
                        .toList(),
                next);
    }
}
