// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.limit;

import java.util.HashMap;
import java.util.Map;

/**
 * Octets of requests that have come and cannot be answered yet, of all connections: at most so many, and a quarter of that
 * of one network, unless it is allowed all. Has an entry for each network that holds any. Safe between threads.
 */
public final class HeldOctets {
    private static final int SHARES = 4;

    private final long most;
    private final NetworkLists lists;
    private final Map<Place, Long> perNetwork = new HashMap<>();
    private long held;

    private record Place(long high, long low) {}

    HeldOctets(long most, NetworkLists lists) {
        this.most = most;
        this.lists = lists;
    }

    /** Holds so many more for an address; false, with nothing held, when that would be more than may be. */
    public synchronized boolean tryHold(long high, long low, long more) {
        Place network = network(high, low);
        long ofNetwork = perNetwork.getOrDefault(network, 0L) + more;
        if (held + more > most || ofNetwork > most / SHARES && !lists.isAllowed(high, low)) {
            return false;
        }
        held += more;
        perNetwork.put(network, ofNetwork);
        return true;
    }

    /** So many of an address are answered, or nobody waits for that any more. */
    public synchronized void give(long high, long low, long octets) {
        held -= octets;
        perNetwork.computeIfPresent(network(high, low), (place, all) -> all == octets ? null : all - octets);
    }

    public synchronized long count() {
        return held;
    }

    synchronized int entries() {
        return perNetwork.size();
    }

    private static Place network(long high, long low) {
        return new Place(RateTable.networkHigh(high, low), RateTable.networkLow(high, low));
    }
}
