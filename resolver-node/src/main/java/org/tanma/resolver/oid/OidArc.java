// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.oid;

import org.tanma.identifier.Oid;

/**
 * The arc the node allots below, and the DNS name it is found under.
 *
 * @param zone of the resolution system, {@code oid-res.org}; without a dot at its end, in small letters
 */
public record OidArc(Oid oid, String zone) {
    /**
     * An arc below 2.25, which X.667 gives to whoever makes the UUID, made for demonstrations: anybody may use it, nothing
     * below it is unique in the world.
     */
    public static final String DEMONSTRATION = "2.25.141070747770249090241486952383826937839";

    public static final String ZONE = "oid-res.org";
    /** Characters that have to be left for nodes below. */
    private static final int ROOM = 80;

    private static final int MOST_NAME = 253;

    public OidArc {
        String name = oid.dnsName(zone).orElse("");
        if (name.isEmpty() || name.length() > MOST_NAME - ROOM) {
            throw new IllegalArgumentException("arc " + oid + " in " + zone + " leaves no room for names below it; "
                    + ROOM + " characters of " + MOST_NAME + " have to be left");
        }
        if (oid.arcs().size() < 2) {
            throw new IllegalArgumentException("arc " + oid + " belongs to nobody");
        }
    }

    /** The name of the zone this node answers for, without a dot at its end. */
    public String apex() {
        return oid.dnsName(zone).orElseThrow();
    }

    /** Whether nobody needs to be asked for it, and nobody owns it. */
    public boolean isDemonstration() {
        return oid.dotted().equals(DEMONSTRATION);
    }
}
