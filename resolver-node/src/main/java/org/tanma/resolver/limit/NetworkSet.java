// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.limit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Addresses that lie in at least one of some networks. Immutable; asking allocates nothing and takes O(log n). */
final class NetworkSet {
    static final NetworkSet NONE = new NetworkSet(List.of());
    static final NetworkSet LOOPBACK = of(List.of(Network.parse("127.0.0.0/8"), Network.parse("::1")));

    private final long[] firstHighs;
    private final long[] firstLows;
    private final long[] lastHighs;
    private final long[] lastLows;

    /** Of networks in order, none inside another. */
    private NetworkSet(List<Network> networks) {
        firstHighs = networks.stream().mapToLong(Network::high).toArray();
        firstLows = networks.stream().mapToLong(Network::low).toArray();
        lastHighs = networks.stream().mapToLong(Network::lastHigh).toArray();
        lastLows = networks.stream().mapToLong(Network::lastLow).toArray();
    }

    static NetworkSet of(Collection<Network> networks) {
        List<Network> sorted = new ArrayList<>(networks);
        sorted.sort((a, b) -> {
            int order = compare(a.high(), a.low(), b.high(), b.low());
            return order != 0 ? order : Integer.compare(a.bits(), b.bits());
        });
        List<Network> outer = new ArrayList<>();
        for (Network network : sorted) {
            Network before = outer.isEmpty() ? null : outer.get(outer.size() - 1);
            if (before == null || compare(network.high(), network.low(), before.lastHigh(), before.lastLow()) > 0) {
                outer.add(network);
            }
        }
        return new NetworkSet(outer);
    }

    boolean contains(long high, long low) {
        int from = 0;
        int to = firstHighs.length - 1;
        while (from <= to) {
            int middle = from + to >>> 1;
            if (compare(high, low, firstHighs[middle], firstLows[middle]) < 0) {
                to = middle - 1;
            } else if (compare(high, low, lastHighs[middle], lastLows[middle]) > 0) {
                from = middle + 1;
            } else {
                return true;
            }
        }
        return false;
    }

    int size() {
        return firstHighs.length;
    }

    private static int compare(long high, long low, long otherHigh, long otherLow) {
        int order = Long.compareUnsigned(high, otherHigh);
        return order != 0 ? order : Long.compareUnsigned(low, otherLow);
    }
}
