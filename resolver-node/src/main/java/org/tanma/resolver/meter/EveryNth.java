// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.meter;

/**
 * Chooses the first of every {@value #N} requests on an event loop.
 *
 * <p>Costs a nanosecond or two: each thread counts in a cache line of its own, as long as fewer than {@value #LINES} count; when
 * two share one, a request more or fewer may be chosen, and nothing worse.
 */
public final class EveryNth {
    public static final int N = 256;

    private static final int LINES = 16;
    /** Numbers in a cache line and the one that is fetched with it. */
    private static final int STRIDE = 32;

    private final int[] counted = new int[(LINES + 1) * STRIDE];

    /** Whether the request at hand is chosen; to be asked once a request. */
    public boolean isNext() {
        int at = (1 + ((int) Thread.currentThread().getId() & (LINES - 1))) * STRIDE;
        return (counted[at]++ & (N - 1)) == 0;
    }
}
