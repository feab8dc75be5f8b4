// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.resolve;

import java.time.Duration;
import java.time.Instant;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.model.Ttl;

/**
 * How much is asked of a parent resolver.
 *
 * <p>Ranges: {@code concurrent} questions under way, 1..1,024; {@code patience} with an answer that another question is
 * already waiting for, {@code negative} for which an absent handle stays absent, {@code pause} in which a parent that did
 * not answer is left alone: 1 ms..1 h; {@code longest} for which values are remembered whatever their TTL, 0 s..1 day;
 * {@code rememberedOctets} of values, 0 and up.
 */
public record RecursionConfig(
        int concurrent, Duration patience, Duration negative, Duration pause, Duration longest, long rememberedOctets) {
    /** 32 at once, 4 s, 30 s, 5 s, 1 day, 32 MiB. */
    public static final RecursionConfig DEFAULT = new RecursionConfig(
            32, Duration.ofSeconds(4), Duration.ofSeconds(30), Duration.ofSeconds(5), Duration.ofDays(1), 32L << 20);

    private static final int MOST_CONCURRENT = 1_024;

    public RecursionConfig {
        if (concurrent < 1 || concurrent > MOST_CONCURRENT) {
            throw new IllegalArgumentException("concurrent " + concurrent + " is outside 1.." + MOST_CONCURRENT);
        }
        requireRange("patience", patience, Duration.ofHours(1));
        requireRange("negative", negative, Duration.ofHours(1));
        requireRange("pause", pause, Duration.ofHours(1));
        if (longest.isNegative() || longest.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException("longest " + longest + " is outside 0 s..1 day");
        }
        if (rememberedOctets < 0) {
            throw new IllegalArgumentException("remembered octets " + rememberedOctets + " is negative");
        }
    }

    private static void requireRange(String what, Duration given, Duration most) {
        if (given.compareTo(Duration.ofMillis(1)) < 0 || given.compareTo(most) > 0) {
            throw new IllegalArgumentException(what + " " + given + " is outside 1 ms.." + most);
        }
    }

    /** How long an answer may be remembered from now on; zero when not at all. */
    public Duration lifeOf(ParentAnswer answer, Instant now) {
        if (!(answer instanceof ParentAnswer.Values found)) {
            return answer instanceof ParentAnswer.Absent ? negative : Duration.ZERO;
        }
        Duration shortest = longest;
        for (HandleValue value : found.values().decode()) {
            Ttl ttl = value.ttl();
            Duration left = ttl.isAbsolute()
                    ? Duration.between(now, Instant.ofEpochSecond(ttl.seconds()))
                    : Duration.ofSeconds(ttl.seconds());
            shortest = left.compareTo(shortest) < 0 ? left : shortest;
        }
        return shortest.isNegative() ? Duration.ZERO : shortest;
    }
}
