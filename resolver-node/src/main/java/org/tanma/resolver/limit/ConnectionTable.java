// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.limit;

import java.util.HashMap;
import java.util.Map;

/**
 * Who has how many connections open on one face. Holds as many entries as connections are open, twice at most, so its
 * size is bounded by the limit on all of them. Safe between threads.
 */
public final class ConnectionTable {
    private final int most;
    private final PeerLimits limits;
    private final NetworkLists lists;
    private final LimitCounts counts;
    private final Map<Place, Integer> perAddress = new HashMap<>();
    private final Map<Place, Integer> perNetwork = new HashMap<>();
    private int open;

    ConnectionTable(int most, PeerLimits limits, NetworkLists lists, LimitCounts counts) {
        this.most = most;
        this.limits = limits;
        this.lists = lists;
        this.counts = counts;
    }

    /** Whether a connection may be taken; then it counts until it is {@linkplain #leave left}. */
    public synchronized boolean enter(long high, long low) {
        if (lists.isBlocked(high, low)) {
            counts.add(LimitEvent.CONNECTION_BLOCKED);
            return false;
        }
        if (open >= most) {
            counts.add(LimitEvent.CONNECTION_OVER_TOTAL);
            return false;
        }
        if (!lists.isAllowed(high, low) && isOverShare(high, low)) {
            counts.add(LimitEvent.CONNECTION_OVER_SHARE);
            return false;
        }
        open++;
        perAddress.merge(new Place(high, low), 1, Integer::sum);
        perNetwork.merge(network(high, low), 1, Integer::sum);
        return true;
    }

    private boolean isOverShare(long high, long low) {
        return perAddress.getOrDefault(new Place(high, low), 0) >= limits.connectionsPerAddress()
                || perNetwork.getOrDefault(network(high, low), 0) >= limits.connectionsPerNetwork();
    }

    /** Ends what {@link #enter} began. */
    public synchronized void leave(long high, long low) {
        open--;
        perAddress.computeIfPresent(new Place(high, low), (place, count) -> count == 1 ? null : count - 1);
        perNetwork.computeIfPresent(network(high, low), (place, count) -> count == 1 ? null : count - 1);
    }

    public synchronized int open() {
        return open;
    }

    synchronized int entries() {
        return perAddress.size() + perNetwork.size();
    }

    private static Place network(long high, long low) {
        return new Place(RateTable.networkHigh(high, low), RateTable.networkLow(high, low));
    }

    private record Place(long high, long low) {}
}
