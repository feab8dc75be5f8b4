// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.reading;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A terminal's statement of what a meter counted, its signature not yet judged.
 *
 * @param terminal handle of the device that signed
 * @param sequence from 1, one more with each statement of the terminal
 * @param previous digest of the terminal's statement before; empty for its first
 * @param meter handle of the device that measured; the terminal itself where it named none
 * @param source the enterprise's own name of the emission source
 * @param kind as given
 * @param unit of the values
 * @param isCounter true when values are what a counter showed, false when they are amounts
 * @param isRestart true when a counter was set back or exchanged before the first value
 * @param from start of the first interval; null for a counter
 * @param readings in ascending order of their instants, at least one
 */
public record SignedBatch(
        String terminal,
        long sequence,
        String previous,
        String meter,
        String source,
        String kind,
        String unit,
        boolean isCounter,
        boolean isRestart,
        @Nullable Instant from,
        List<Value> readings) {
    public SignedBatch {
        readings = List.copyOf(readings);
    }

    /**
     * One reading.
     *
     * @param at end of the interval
     * @param value decimal text
     */
    public record Value(Instant at, String value) {}

    /** The same with handles as they are registered. */
    SignedBatch named(String registeredTerminal, String registeredMeter) {
        return new SignedBatch(
                registeredTerminal,
                sequence,
                previous,
                registeredMeter,
                source,
                kind,
                unit,
                isCounter,
                isRestart,
                from,
                readings);
    }

    /** When the newest of its readings was taken. */
    public Instant last() {
        return readings.get(readings.size() - 1).at();
    }
}
