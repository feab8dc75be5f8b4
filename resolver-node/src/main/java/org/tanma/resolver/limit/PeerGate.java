// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.limit;

import java.util.UUID;

/**
 * Says of what comes from an address whether it is taken on.
 *
 * <p>Times are {@link System#nanoTime}'s. Safe between threads; {@link #datagram} and {@link #putOff} allocate nothing.
 */
public final class PeerGate {
    private static final long LEAST_HELD = 16L * 1024 * 1024;
    private static final int HEAP_SHARES = 8;

    private final PeerLimits limits;
    private final NetworkLists lists;
    private final LimitCounts counts = new LimitCounts();
    private final RateTable datagrams;
    private final RateTable requests;
    private final InFlight inFlight;
    private final HeldOctets held;

    private PeerGate(PeerLimits limits, NetworkLists lists, long mostHeld, long seed, long nanos) {
        this.limits = limits;
        this.lists = lists;
        this.datagrams = new RateTable(limits.datagrams(), limits.networks(), seed, nanos);
        this.requests = new RateTable(limits.requests(), limits.networks(), seed, nanos);
        this.inFlight = new InFlight(limits.inFlightTotal());
        this.held = new HeldOctets(mostHeld, lists);
    }

    /** Holds octets of requests in an eighth of the largest heap, and in 16 MiB at least. */
    public static PeerGate of(PeerLimits limits, NetworkLists lists) {
        return of(limits, lists, Math.max(LEAST_HELD, Runtime.getRuntime().maxMemory() / HEAP_SHARES));
    }

    /** Holds octets of requests in so many. */
    public static PeerGate of(PeerLimits limits, NetworkLists lists, long mostHeld) {
        return new PeerGate(limits, lists, mostHeld, UUID.randomUUID().getLeastSignificantBits(), System.nanoTime());
    }

    public PeerLimits limits() {
        return limits;
    }

    public LimitCounts counts() {
        return counts;
    }

    public InFlight inFlight() {
        return inFlight;
    }

    public HeldOctets held() {
        return held;
    }

    /** What becomes of a datagram from an address. */
    public Verdict datagram(long high, long low, long nanos) {
        if (lists.isAllowed(high, low)) {
            return Verdict.ANSWER;
        }
        if (lists.isBlocked(high, low)) {
            counts.add(LimitEvent.DATAGRAM_BLOCKED);
            return Verdict.DROP;
        }
        int over = datagrams.take(high, low, nanos);
        if (over == 0) {
            return Verdict.ANSWER;
        }
        if (over % limits.slip() == 0) {
            counts.add(LimitEvent.DATAGRAM_SENT_TO_TCP);
            return Verdict.SEND_TO_TCP;
        }
        counts.add(LimitEvent.DATAGRAM_DROPPED);
        return Verdict.DROP;
    }

    /** Counts requests read from a connection; nanoseconds for which nothing more is to be read from it, mostly 0. */
    public long putOff(long high, long low, int read, long nanos) {
        if (read == 0 || lists.isAllowed(high, low)) {
            return 0;
        }
        return requests.charge(high, low, read, nanos);
    }

    /** The connections of one more face, at most so many. */
    public ConnectionTable connections(int most) {
        return new ConnectionTable(most, limits, lists, counts);
    }

    /** Reads the lists of networks again where they changed; blocks on the files. */
    public void refreshLists() {
        if (!lists.refresh()) {
            counts.add(LimitEvent.LIST_FAULTY);
        }
    }
}
