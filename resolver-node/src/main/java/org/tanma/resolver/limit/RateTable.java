// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.limit;

import java.util.Arrays;

/**
 * Token buckets by network, in a table of fixed size.
 *
 * <p>Shape: of each network its first address and the moment until which its past requests are paid for ("paid until"; the
 * generic cell rate algorithm, ITU-T I.371: a request moves it on by one interval, and is over the rate when that would
 * bring it further ahead of now than a burst is worth). A network's moment in the past is a full bucket: nothing is lost
 * when another takes its place, and nobody else's place is ever taken. Where all {@value #WAYS} places of a set owe, the
 * networks without a place share one bucket of that set: a flood from very many networks costs newcomers of its sets their
 * own bucket, and forgives none of its own. Which networks share a set hangs on a seed nobody outside knows.
 *
 * <p>Times are {@link System#nanoTime}'s. Safe between threads: sets are locked in stripes. Nothing is allocated.
 */
final class RateTable {
    private static final int WAYS = 8;
    private static final int STRIPES = 64;
    private static final int IPV4_BITS = 96 + 24;
    private static final int IPV6_BITS = 56;
    private static final long NANOS = 1_000_000_000L;
    private static final long MIX_1 = 0xBF58_476D_1CE4_E5B9L;
    private static final long MIX_2 = 0x94D0_49BB_1331_11EBL;

    private final long interval;
    private final long tolerance;
    private final long seed;
    private final int setMask;
    private final long[] highs;
    private final long[] lows;
    private final long[] paidUntil;
    private final int[] refusals;
    private final Object[] stripes = new Object[STRIPES];

    /** Of {@code places}, a power of two from 64 up, all full {@code nanos} now. */
    RateTable(RateLimit rate, int places, long seed, long nanos) {
        this(NANOS / rate.perSecond(), rate.burst(), places, seed, nanos);
    }

    /** The same with one request in each {@code interval} nanoseconds. */
    RateTable(long interval, int burst, int places, long seed, long nanos) {
        this.interval = interval;
        tolerance = interval * burst;
        this.seed = seed;
        int sets = places / WAYS;
        setMask = sets - 1;
        highs = new long[places + sets];
        lows = new long[places + sets];
        paidUntil = new long[places + sets];
        refusals = new int[places + sets];
        Arrays.fill(paidUntil, nanos);
        Arrays.setAll(stripes, i -> new Object());
    }

    /**
     * Pays for one request of an address: 0 when it is within the rate; else how many have been over it, this
     * one included, since the network was last without debt and another took its place. What is over pays nothing.
     */
    int take(long high, long low, long nanos) {
        long networkHigh = networkHigh(high, low);
        long networkLow = networkLow(high, low);
        int set = set(networkHigh, networkLow);
        synchronized (stripes[set & STRIPES - 1]) {
            int place = place(set, networkHigh, networkLow, nanos);
            long paid = (paidUntil[place] - nanos > 0 ? paidUntil[place] : nanos) + interval;
            if (paid - nanos > tolerance) {
                refusals[place] = refusals[place] == Integer.MAX_VALUE ? 1 : refusals[place] + 1;
                return refusals[place];
            }
            paidUntil[place] = paid;
            return 0;
        }
    }

    /** Pays for so many requests, whatever the rate; nanoseconds until the network is within it again, 0 when it is. */
    long charge(long high, long low, int requests, long nanos) {
        long networkHigh = networkHigh(high, low);
        long networkLow = networkLow(high, low);
        int set = set(networkHigh, networkLow);
        synchronized (stripes[set & STRIPES - 1]) {
            int place = place(set, networkHigh, networkLow, nanos);
            paidUntil[place] = (paidUntil[place] - nanos > 0 ? paidUntil[place] : nanos) + interval * requests;
            return Math.max(0, paidUntil[place] - nanos - tolerance);
        }
    }

    private int place(int set, long high, long low, long nanos) {
        int first = set * WAYS;
        int free = -1;
        for (int place = first; place < first + WAYS; place++) {
            if (highs[place] == high && lows[place] == low) {
                return place;
            }
            if (free < 0 && paidUntil[place] - nanos <= 0) {
                free = place;
            }
        }
        if (free < 0) {
            return (setMask + 1) * WAYS + set;
        }
        highs[free] = high;
        lows[free] = low;
        paidUntil[free] = nanos;
        refusals[free] = 0;
        return free;
    }

    private int set(long high, long low) {
        long mixed = (high ^ seed) * MIX_1;
        mixed = (mixed ^ mixed >>> 30 ^ low) * MIX_2;
        mixed = (mixed ^ mixed >>> 27) * MIX_1;
        return (int) (mixed >>> Integer.SIZE) & setMask;
    }

    static long networkHigh(long high, long low) {
        return PeerAddress.isIpv4(high, low) ? high : high & Network.highMask(IPV6_BITS);
    }

    static long networkLow(long high, long low) {
        return PeerAddress.isIpv4(high, low) ? low & Network.lowMask(IPV4_BITS) : 0;
    }
}
