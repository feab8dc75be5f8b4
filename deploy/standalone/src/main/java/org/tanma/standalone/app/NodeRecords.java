// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.app;

import java.time.InstantSource;
import java.util.List;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.model.Ttl;
import org.tanma.handle.model.ValuePermissions;
import org.tanma.handle.wire.AdminRecord;
import org.tanma.handle.wire.SiteRecord;
import org.tanma.handle.wire.WireFormatException;
import org.tanma.resolver.store.HandleAdminStore;
import org.tanma.template.map.PrefixAdministrator;

/** The record the node keeps of itself: its prefix handle, with the site that resolves it. */
final class NodeRecords {
    private static final int SITE_INDEX = 3;

    private final String nodePrefix;
    private final HandleAdminStore store;
    private final InstantSource clock;

    NodeRecords(String nodePrefix, HandleAdminStore store, InstantSource clock) {
        this.nodePrefix = nodePrefix;
        this.store = store;
        this.clock = clock;
    }

    /** Makes {@code 0.NA/<node prefix>} say where this node listens now. */
    void publish(SiteRecord site) {
        long now = clock.instant().getEpochSecond();
        AdminRecord admin = PrefixAdministrator.of(nodePrefix);
        try {
            store.createOrReplace(new HandleRecord(
                    HandleName.parse("0.NA/" + nodePrefix),
                    List.of(
                            value(SITE_INDEX, SiteRecord.TYPE, site.encode(), now),
                            value(PrefixAdministrator.VALUE_INDEX, AdminRecord.TYPE, admin.encode(), now))));
        } catch (WireFormatException e) {
            throw new IllegalStateException("the node's own site has no wire form", e);
        }
    }

    private static HandleValue value(int index, String type, byte[] octets, long now) {
        return new HandleValue(index, type, octets, Ttl.DEFAULT, ValuePermissions.PUBLIC, now, List.of());
    }
}
