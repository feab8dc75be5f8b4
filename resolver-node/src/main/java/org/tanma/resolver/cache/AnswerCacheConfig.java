// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.cache;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * Where answers are kept, how many, and how long.
 *
 * <p>Ranges: {@code octets} of answers and what they cost to keep, from {@value #MIN_OCTETS}; {@code longest} that an answer
 * with values is kept, however long their TTL, from 1 s; {@code negative} that it is kept that there is no such handle or
 * value, from 1 s. The times bound what a mistaken clock or a change that nobody told of could do; what is written through
 * the node's store is seen at once.
 */
public record AnswerCacheConfig(Place place, long octets, Duration longest, Duration negative) {
    static final long MIN_OCTETS = 1 << 20;
    private static final long MOST_OUTSIDE = 1L << 30;
    private static final long LEFT_TO_OTHERS = 128L << 20;
    private static final int SIXTEENTHS = 16;
    private static final int HEAP_SHARES = 3;

    /** Outside the heap, an hour, a minute. */
    public static final AnswerCacheConfig DEFAULT = new AnswerCacheConfig(
            Place.OUTSIDE, Place.OUTSIDE.defaultOctets(), Duration.ofHours(1), Duration.ofMinutes(1));

    /** Which memory answers are kept in. */
    public enum Place {
        /** Outside the Java heap: the collector never sees them. */
        OUTSIDE,
        /** In the Java heap: keeps better what is asked for often where there is room for few. */
        HEAP;

        /**
         * Outside the heap fifteen sixteenths of its largest size, at most a GiB, and at least 128 MiB of what this JVM may have
         * there left to connections; inside a third of it.
         */
        public long defaultOctets() {
            long heap = Runtime.getRuntime().maxMemory();
            long octets = this == OUTSIDE
                    ? Math.min(
                            Math.min(MOST_OUTSIDE, heap / SIXTEENTHS * (SIXTEENTHS - 1)),
                            mostOutside() - LEFT_TO_OTHERS)
                    : heap / HEAP_SHARES;
            return Math.max(MIN_OCTETS, octets);
        }
    }

    /** Octets that this JVM may have outside its heap. */
    static long mostOutside() {
        HotSpotDiagnosticMXBean machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        long given = machine == null
                ? 0
                : Long.parseLong(machine.getVMOption("MaxDirectMemorySize").getValue());
        return given > 0 ? given : Runtime.getRuntime().maxMemory();
    }

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
