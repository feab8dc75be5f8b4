// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.bench;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.SplittableRandom;

/**
 * What one run asks, of whom, and how hard.
 *
 * <p>Ranges: {@code connections} 1…65,536, {@code depth} 1…65,536 questions under way on each, {@code threads} 1…256;
 * {@code rate} questions a second over all connections, 0 for as many as are answered (closed loop).
 *
 * @param isOnePerConnection every question gets a connection of its own, whose making counts into its latency
 */
record LoadPlan(
        Transport transport,
        InetSocketAddress target,
        NamePattern pattern,
        long records,
        KeyChoice.Distribution keys,
        double zipfExponent,
        long seed,
        int connections,
        int depth,
        int threads,
        Duration warmup,
        Duration measured,
        Duration timeout,
        double rate,
        boolean isOnePerConnection) {
    private static final int MOST = 65_536;
    private static final int MOST_THREADS = 256;

    LoadPlan {
        requireRange("records", records, Long.MAX_VALUE);
        requireRange("connections", connections, MOST);
        requireRange("depth", depth, MOST);
        requireRange("threads", threads, MOST_THREADS);
        if (rate < 0 || measured.compareTo(Duration.ZERO) <= 0 || warmup.isNegative()) {
            throw new IllegalArgumentException("rate, warm-up and seconds cannot be negative, nor seconds 0");
        }
        if (timeout.compareTo(Duration.ofMillis(1)) < 0) {
            throw new IllegalArgumentException("timeout " + timeout.toMillis() + " ms is below 1 ms");
        }
    }

    private static void requireRange(String what, long given, long most) {
        if (given < 1 || given > most) {
            throw new IllegalArgumentException(what + " " + given + " is outside 1.." + most);
        }
    }

    boolean isOpenLoop() {
        return rate > 0;
    }

    /** The same load on another server. */
    LoadPlan on(InetSocketAddress other) {
        return new LoadPlan(
                transport,
                other,
                pattern,
                records,
                keys,
                zipfExponent,
                seed,
                connections,
                depth,
                threads,
                warmup,
                measured,
                timeout,
                rate,
                isOnePerConnection);
    }

    /** The numbers that thread {@code thread} asks for. */
    KeyChoice choice(int thread) {
        SplittableRandom seeds = new SplittableRandom(seed + thread);
        return keys == KeyChoice.Distribution.ZIPF
                ? KeyChoice.zipf(records, zipfExponent, seeds.nextLong())
                : KeyChoice.uniform(records, seeds.nextLong());
    }

    QuestionTemplate questions() {
        if (transport == Transport.HTTP) {
            return new HttpQuestions(pattern, target.getHostString() + ":" + target.getPort(), !isOnePerConnection);
        }
        return new NativeQuestions(pattern, transport == Transport.TCP && !isOnePerConnection);
    }
}
