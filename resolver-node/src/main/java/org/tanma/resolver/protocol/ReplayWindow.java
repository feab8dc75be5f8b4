// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.protocol;

import java.util.BitSet;

/**
 * Which message counters of a session were seen.
 *
 * <p>Messages of several connections overtake each other, so a counter may come up to {@value #WIDTH} behind the highest;
 * older ones count as seen. Safe between threads.
 */
final class ReplayWindow {
    static final int WIDTH = 1_024;

    private final BitSet seen = new BitSet(WIDTH);
    private long highest = -1;

    /** True the first time this counter comes. */
    synchronized boolean accept(long counter) {
        if (counter <= highest - WIDTH) {
            return false;
        }
        if (counter > highest) {
            long passed = Math.min(counter - highest, WIDTH);
            for (long one = counter - passed + 1; one <= counter; one++) {
                seen.clear((int) (one % WIDTH));
            }
            highest = counter;
        }
        int slot = (int) (counter % WIDTH);
        if (seen.get(slot)) {
            return false;
        }
        seen.set(slot);
        return true;
    }
}
