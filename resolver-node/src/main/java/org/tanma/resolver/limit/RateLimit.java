// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.limit;

/**
 * How often something may happen for one network.
 *
 * @param perSecond in the long run, 1..1,000,000
 * @param burst at once after a rest, 1..1,000,000
 */
public record RateLimit(int perSecond, int burst) {
    private static final int MOST = 1_000_000;

    public RateLimit {
        PeerLimits.requireRange("rate a second", perSecond, MOST);
        PeerLimits.requireRange("burst", burst, MOST);
    }
}
