// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.admin;

import static org.tanma.resolver.access.Administrators.admin;

import java.time.Instant;
import java.util.List;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.wire.AdminRecord;
import org.tanma.resolver.access.AccessRules;
import org.tanma.resolver.access.Caller;
import org.tanma.resolver.access.StoredKeys;
import org.tanma.resolver.resolve.HandlesHere;
import org.tanma.resolver.resolve.PrefixServices;
import org.tanma.resolver.resolve.ResponsiblePrefixes;
import org.tanma.resolver.resolve.SiteShare;
import org.tanma.resolver.store.ChangeFeed;
import org.tanma.resolver.store.ExpectedVersion;
import org.tanma.resolver.store.HandleAdminStore;
import org.tanma.resolver.store.HandleStore;
import org.tanma.resolver.store.StoredRecord;

/** A node's administration over some store: prefix 20.500.12345, administered by key 300 of its prefix handle. */
final class AdministrationRoom<S extends HandleStore & HandleAdminStore & ChangeFeed> {
    static final String PREFIX = "20.500.12345";
    static final String NODE_HANDLE = "0.NA/" + PREFIX;
    static final HandleName KILN = HandleName.parse(PREFIX + "/kiln");
    static final Caller NODE = Caller.holding(HandleName.parse(NODE_HANDLE), 300);
    static final Caller STRANGER = Caller.holding(HandleName.parse("20.500.9/x"), 300);
    static final long NOW = 1_767_225_600;

    final S store;
    final ResponsiblePrefixes prefixes = ResponsiblePrefixes.of(PREFIX);
    final HandleAdministration administration;
    Instant now = Instant.ofEpochSecond(NOW);

    AdministrationRoom(S store) {
        this(store, RecordRule.NONE);
    }

    AdministrationRoom(S store, RecordRule rule) {
        this.store = store;
        AccessRules rules = AccessRules.of(StoredKeys.remembering(store, store), PREFIX);
        PrefixServices services = PrefixServices.watching(prefixes, store, store);
        administration = new StoreAdministration(
                store,
                store,
                rules,
                HomedPrefixes.open(store, store, store, prefixes),
                new HandlesHere(prefixes, services, SiteShare.whole(1)),
                PREFIX,
                rule,
                () -> now);
        put(NODE_HANDLE, admin(100, AdminRecord.ALL, NODE_HANDLE, 300));
    }

    void put(String handle, HandleValue... values) {
        store.createOrReplace(new HandleRecord(HandleName.parse(handle), List.of(values)));
    }

    void remove(HandleName name) {
        store.delete(name, ExpectedVersion.any());
    }

    HandleRecord get(HandleName name) {
        return store.find(name).map(StoredRecord::decode).orElseThrow();
    }

    List<Integer> indexes(HandleName name) {
        return get(name).values().stream().map(HandleValue::index).toList();
    }
}
