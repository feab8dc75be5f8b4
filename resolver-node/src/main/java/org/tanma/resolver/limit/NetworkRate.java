// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.limit;

import java.net.InetAddress;
import java.time.Duration;
import java.util.UUID;

/**
 * How often the people of one network may do something that costs others work: rarer things than {@link RateLimit} counts.
 *
 * <p>Networks are those of {@link PeerLimits}; none is exempt, not even loopback, behind which a proxy may stand. Safe between
 * threads; memory is fixed.
 */
public final class NetworkRate {
    private static final int PLACES = 4_096;

    private final RateTable table;

    private NetworkRate(RateTable table) {
        this.table = table;
    }

    /** {@code burst} at once after a rest, from 1, and one more in each {@code interval}, from 1 ms. */
    public static NetworkRate of(int burst, Duration interval) {
        UUID seed = UUID.randomUUID();
        return new NetworkRate(new RateTable(
                interval.toNanos(),
                burst,
                PLACES,
                seed.getMostSignificantBits() ^ seed.getLeastSignificantBits(),
                System.nanoTime()));
    }

    /** Counts one; false when it is over the rate. */
    public boolean take(InetAddress address) {
        return table.take(PeerAddress.high(address), PeerAddress.low(address), System.nanoTime()) == 0;
    }
}
