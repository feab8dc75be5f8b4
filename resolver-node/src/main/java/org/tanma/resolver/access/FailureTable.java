// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Wrong proofs by key, and until when a key is closed for them.
 *
 * <p>The first {@value #FREE_FAILURES} failures cost nothing; each further one closes the key for twice as long as the one
 * before, from one second to {@value #LONGEST_SECONDS}. A success forgets them, as does a quarter of an hour without a
 * failure. At most {@value #MOST_KEYS} keys are remembered, and only ones that exist, so that made-up keys push none out.
 * Safe between threads.
 */
final class FailureTable {
    static final int FREE_FAILURES = 5;
    static final int LONGEST_SECONDS = 60;
    static final int MOST_KEYS = 10_000;
    static final Duration MEMORY = Duration.ofMinutes(15);

    private record Failures(int count, Instant last, Instant openFrom) {}

    private final Cache<Caller.Key, Failures> failures =
            Caffeine.newBuilder().maximumSize(MOST_KEYS).build();
    private final InstantSource clock;

    FailureTable(InstantSource clock) {
        this.clock = clock;
    }

    /** Seconds until the key may be tried again, rounded up; 0 when it may be now. */
    long secondsClosed(Caller.Key key) {
        @Nullable Failures known = failures.getIfPresent(key);
        if (known == null) {
            return 0;
        }
        Duration left = Duration.between(clock.instant(), known.openFrom());
        return left.isNegative() || left.isZero()
                ? 0
                : left.plusSeconds(1).minusNanos(1).toSeconds();
    }

    void failed(Caller.Key key) {
        Instant now = clock.instant();
        failures.asMap().compute(key, (k, before) -> {
            boolean isFresh = before == null || before.last().plus(MEMORY).isBefore(now);
            int count = isFresh ? 1 : before.count() + 1;
            return new Failures(count, now, now.plusSeconds(secondsAfter(count)));
        });
    }

    private static long secondsAfter(int count) {
        int beyond = count - FREE_FAILURES;
        return beyond <= 0 ? 0 : Math.min(LONGEST_SECONDS, 1L << Math.min(beyond - 1, Integer.SIZE));
    }

    void succeeded(Caller.Key key) {
        failures.invalidate(key);
    }
}
