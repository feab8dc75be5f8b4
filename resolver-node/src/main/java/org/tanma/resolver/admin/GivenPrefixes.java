// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.admin;

import java.time.InstantSource;
import java.util.Collection;
import org.tanma.resolver.store.HandleAdminStore;

/**
 * The prefix handles of the prefixes that this node has given to enterprises.
 *
 * <p>Such a handle is administered by key 300 of its own, once somebody has put one there, and by the node's administrator,
 * who can put it there. Safe between threads.
 */
public final class GivenPrefixes {
    private final String nodePrefix;
    private final HandleAdminStore store;
    private final InstantSource clock;

    public GivenPrefixes(String nodePrefix, HandleAdminStore store, InstantSource clock) {
        this.nodePrefix = nodePrefix;
        this.store = store;
        this.clock = clock;
    }

    /** Makes the prefix handle of each prefix that has none; what is there stays as it is. */
    public void give(Collection<String> prefixes) {
        long now = clock.instant().getEpochSecond();
        for (String prefix : prefixes) {
            if (!prefix.equalsIgnoreCase(nodePrefix)) {
                store.create(NodeAdministratorKeys.prefixRecord(prefix, nodePrefix, now));
            }
        }
    }
}
