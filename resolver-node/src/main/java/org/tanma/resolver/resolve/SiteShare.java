// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.resolve;

import org.tanma.handle.model.HandleName;
import org.tanma.handle.wire.SiteRecord;

/**
 * Which handles of a site this server keeps: all of them, or those whose hash falls on it.
 *
 * <p>Range: {@code serverCount} from 1; {@code ownNumber} 0..{@code serverCount}−1, the place in the site record's list of
 * servers; {@code siteSerial} 0..65535.
 */
public record SiteShare(SiteRecord.HashOption hashOption, int serverCount, int ownNumber, int siteSerial) {
    public SiteShare {
        if (serverCount < 1 || ownNumber < 0 || ownNumber >= serverCount) {
            throw new IllegalArgumentException("server " + ownNumber + " of " + serverCount + " is none");
        }
    }

    /** The only server of its site. */
    public static SiteShare whole(int siteSerial) {
        return new SiteShare(SiteRecord.HashOption.WHOLE_HANDLE, 1, 0, siteSerial);
    }

    /** The server of that number in a site. */
    public static SiteShare of(SiteRecord site, int ownNumber) {
        return new SiteShare(site.hashOption(), site.servers().size(), ownNumber, site.serial());
    }

    /** True when this server, and no other of the site, keeps the handle. */
    public boolean holds(HandleName name) {
        return serverCount == 1 || hashOption.serverOf(name, serverCount) == ownNumber;
    }

    /** True when two handles of one prefix may lie on different servers. */
    boolean isBySuffix() {
        return serverCount > 1 && hashOption != SiteRecord.HashOption.PREFIX;
    }
}
