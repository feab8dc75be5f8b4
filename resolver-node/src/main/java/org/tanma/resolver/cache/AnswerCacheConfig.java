// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.cache;

import java.time.Duration;

/**
 * How much is kept, and how long.
 *
 * <p>Ranges: {@code octets} of answers and what they cost to keep, from {@value #MIN_OCTETS}; {@code longest} that an answer
 * with values is kept, however long their TTL, from 1 s; {@code negative} that it is kept that there is no such handle or
 * value, from 1 s. The times bound what a mistaken clock or a change that nobody told of could do; what is written through
 * the node's store is seen at once.
 */
public record AnswerCacheConfig(long octets, Duration longest, Duration negative) {
    static final long MIN_OCTETS = 1 << 20;
    private static final int HEAP_SHARES = 3;

    /** A third of the largest heap, an hour, a minute. */
    public static final AnswerCacheConfig DEFAULT = new AnswerCacheConfig(
            Math.max(MIN_OCTETS, Runtime.getRuntime().maxMemory() / HEAP_SHARES),
            Duration.ofHours(1),
            Duration.ofMinutes(1));

    public AnswerCacheConfig {
        if (octets < MIN_OCTETS) {
            throw new IllegalArgumentException(
                    "a cache of " + octets + " octets is too small; at least " + MIN_OCTETS + " are needed");
        }
        requireSecond("the longest time", longest);
        requireSecond("the time for negative answers", negative);
    }

    private static void requireSecond(String what, Duration given) {
        if (given.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException(what + ", " + given + ", is below 1 s");
        }
    }
}
