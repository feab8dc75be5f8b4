// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import java.time.Duration;
import org.tanma.resolver.limit.PeerLimits;

/**
 * How much the network faces take on at once.
 *
 * <p>Ranges: {@code connections} open on each of TCP and HTTP, 1 and up; {@code idle} after which a connection on which
 * nothing moves is closed, 1 s and up; {@code workers} that look records up, 1 to 1,024; {@code waiting} pieces of work
 * that may wait for a worker, 1 and up; {@code peers} what one stranger or network may take of all that. A piece of work
 * is what one connection or the UDP socket had to read at a time.
 */
public record NetLimits(int connections, Duration idle, int workers, int waiting, PeerLimits peers) {
    /**
     * 4,096 connections, 5 minutes, 64 workers or two a processor, 1,024 waiting. Workers mostly wait for the disk, and writers
     * share a sync: so many can.
     */
    public static final NetLimits DEFAULT = new NetLimits(
            4_096, Duration.ofMinutes(5), Math.max(64, 2 * Runtime.getRuntime().availableProcessors()), 1_024);

    private static final int MOST_WORKERS = 1_024;

    public NetLimits {
        requireRange("connections", connections, Integer.MAX_VALUE);
        requireRange("workers", workers, MOST_WORKERS);
        requireRange("waiting", waiting, Integer.MAX_VALUE);
        if (idle.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("idle time " + idle + " is below 1 s");
        }
    }

    /** With what is usual for one peer. */
    public NetLimits(int connections, Duration idle, int workers, int waiting) {
        this(connections, idle, workers, waiting, PeerLimits.DEFAULT);
    }

    public NetLimits withPeers(PeerLimits other) {
        return new NetLimits(connections, idle, workers, waiting, other);
    }

    private static void requireRange(String what, int given, int most) {
        if (given < 1 || given > most) {
            throw new IllegalArgumentException(what + " " + given + " is outside 1.." + most);
        }
    }
}
