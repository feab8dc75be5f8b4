// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.bench;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * Latencies and failures of one event loop, or of several added up.
 *
 * <p>Latencies in nanoseconds up to one hour, three significant digits. A question that was never answered counts as a
 * failure and with the time that was waited for it: a server that stalls cannot look quick by not answering. Not safe
 * between threads.
 */
final class Tally {
    private static final long LONGEST_NANOS = TimeUnit.HOURS.toNanos(1);
    private static final int DIGITS = 3;

    private final Histogram latencies = new Histogram(LONGEST_NANOS, DIGITS);
    private final Map<String, Long> failures = new TreeMap<>();
    private long answers;
    private long answerOctets;
    private long reconnects;
    private long resends;
    private long strays;

    void answer(long nanos, long octets) {
        answers++;
        answerOctets += octets;
        latency(nanos);
    }

    /** A question that failed after this time, by what kind of failure. */
    void failure(String kind, long nanos) {
        failures.merge(kind, 1L, Long::sum);
        latency(nanos);
    }

    /** A failure that no question waited for. */
    void failure(String kind) {
        failures.merge(kind, 1L, Long::sum);
    }

    private void latency(long nanos) {
        latencies.recordValue(Math.max(0, Math.min(nanos, LONGEST_NANOS)));
    }

    void reconnect() {
        reconnects++;
    }

    void resend() {
        resends++;
    }

    /** An answer that nobody waits for any more. */
    void stray() {
        strays++;
    }

    void add(Tally other) {
        latencies.add(other.latencies);
        other.failures.forEach((kind, count) -> failures.merge(kind, count, Long::sum));
        answers += other.answers;
        answerOctets += other.answerOctets;
        reconnects += other.reconnects;
        resends += other.resends;
        strays += other.strays;
    }

    /** Latency below which this percentage of all questions stayed. */
    double micros(double percentile) {
        return latencies.getValueAtPercentile(percentile) / 1_000.0;
    }

    double mostMicros() {
        return latencies.getMaxValue() / 1_000.0;
    }

    double meanMicros() {
        return latencies.getTotalCount() == 0 ? 0 : latencies.getMean() / 1_000.0;
    }

    long answers() {
        return answers;
    }

    /** Octets of a mean answer, 0 when there was none. */
    double meanOctets() {
        return answers == 0 ? 0 : (double) answerOctets / answers;
    }

    long errors() {
        return failures.values().stream().mapToLong(Long::longValue).sum();
    }

    Map<String, Long> failures() {
        return Map.copyOf(failures);
    }

    long reconnects() {
        return reconnects;
    }

    long resends() {
        return resends;
    }

    long strays() {
        return strays;
    }
}
