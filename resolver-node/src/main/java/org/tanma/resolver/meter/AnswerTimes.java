// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.meter;

import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;

/**
 * How long answers took since the start: how many fell between two of a fixed row of bounds, and all of them together.
 *
 * <p>The bounds go from a microsecond to ten seconds in steps of about 2.5. Adding takes no lock and no memory. Safe between
 * threads; what is read while others add may lack the newest.
 */
public final class AnswerTimes {
    private static final double NANOS_A_SECOND = 1e9;
    private static final long[] BOUND_NANOS = {
        1_000,
        2_500,
        5_000,
        10_000,
        25_000,
        50_000,
        100_000,
        250_000,
        500_000,
        1_000_000,
        2_500_000,
        5_000_000,
        10_000_000,
        25_000_000,
        50_000_000,
        100_000_000,
        250_000_000,
        500_000_000,
        1_000_000_000,
        2_500_000_000L,
        5_000_000_000L,
        10_000_000_000L
    };

    private final LongAdder[] counts = new LongAdder[BOUND_NANOS.length + 1];
    private final LongAdder nanos = new LongAdder();

    AnswerTimes() {
        Arrays.setAll(counts, i -> new LongAdder());
    }

    /** An answer took so many nanoseconds. */
    public void add(long took) {
        int i = 0;
        while (i < BOUND_NANOS.length && took > BOUND_NANOS[i]) {
            i++;
        }
        counts[i].increment();
        nanos.add(took);
    }

    /** The bounds in seconds, each the most that is counted below it; the last is infinite. */
    public static double[] bounds() {
        double[] bounds = new double[BOUND_NANOS.length + 1];
        Arrays.setAll(bounds, i -> i < BOUND_NANOS.length ? BOUND_NANOS[i] / NANOS_A_SECOND : Double.POSITIVE_INFINITY);
        return bounds;
    }

    /** How many took at most each of the {@link #bounds} and more than the one before. */
    public long[] counts() {
        return Arrays.stream(counts).mapToLong(LongAdder::sum).toArray();
    }

    /** How many there were. */
    public long count() {
        return Arrays.stream(counts()).sum();
    }

    /** What they took together, in seconds. */
    public double seconds() {
        return nanos.sum() / NANOS_A_SECOND;
    }
}
