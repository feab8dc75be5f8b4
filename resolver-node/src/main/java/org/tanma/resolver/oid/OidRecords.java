// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.oid;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.model.Ttl;
import org.tanma.handle.model.ValuePermissions;
import org.tanma.handle.wire.AdminRecord;
import org.tanma.handle.wire.WireFormatException;
import org.tanma.identifier.Equivalents;
import org.tanma.identifier.Oid;
import org.tanma.resolver.store.ExpectedVersion;
import org.tanma.resolver.store.HandleAdminStore;
import org.tanma.resolver.store.HandleStore;
import org.tanma.resolver.store.StoredRecord;
import org.tanma.template.map.PrefixAdministrator;

/**
 * Object identifiers in the records that carry them: values of type {@value Equivalents#TYPE}. Idempotent; durable when a
 * method returns; safe between threads, as the store settles who was first.
 */
final class OidRecords {
    /** How often a record that others change meanwhile is tried again. */
    private static final int TRIES = 8;

    private final HandleStore store;
    private final HandleAdminStore adminStore;
    private final InstantSource clock;

    OidRecords(HandleStore store, HandleAdminStore adminStore, InstantSource clock) {
        this.store = store;
        this.adminStore = adminStore;
        this.clock = clock;
    }

    /** Refuses a handle that is not registered, or was retired. */
    void requireOpen(HandleName name) {
        StoredRecord record =
                store.find(name).orElseThrow(() -> new OidRefusedException(OidRefusal.HANDLE_UNKNOWN, name.toString()));
        if (OrsDocuments.isRetired(record.decode())) {
            throw new OidRefusedException(OidRefusal.HANDLE_RETIRED, name.toString());
        }
    }

    /** Has the record name the object identifier; a record that is not there is made, with an administrator and this. */
    void attach(HandleName name, Oid oid) {
        for (int tried = 0; tried < TRIES; tried++) {
            Optional<StoredRecord> stored = store.find(name);
            List<HandleValue> values = stored.map(
                            s -> new ArrayList<>(s.decode().values()))
                    .orElseGet(() -> new ArrayList<>(List.of(administrator(name))));
            if (carries(values, oid)) {
                return;
            }
            values.add(HandleValue.text(freeIndex(name, values), Equivalents.TYPE, oid.canonical(), seconds()));
            ExpectedVersion expected =
                    stored.map(s -> ExpectedVersion.exactly(s.version())).orElseGet(ExpectedVersion::absent);
            if (adminStore
                    .createOrReplace(new HandleRecord(name, values), expected)
                    .isAccepted()) {
                return;
            }
        }
        throw new OidRefusedException(OidRefusal.RECORD_CHANGING, name.toString());
    }

    private static boolean carries(List<HandleValue> values, Oid oid) {
        return values.stream()
                .filter(Equivalents::isEquivalent)
                .anyMatch(v -> new String(v.data(), StandardCharsets.UTF_8).equals(oid.canonical()));
    }

    private static int freeIndex(HandleName name, List<HandleValue> values) {
        Set<Integer> taken = values.stream().map(HandleValue::index).collect(Collectors.toSet());
        return IntStream.rangeClosed(Equivalents.FIRST_INDEX, Equivalents.LAST_INDEX)
                .filter(index -> !taken.contains(index))
                .findFirst()
                .orElseThrow(() -> new OidRefusedException(OidRefusal.RECORD_FULL, name.toString()));
    }

    private HandleValue administrator(HandleName name) {
        try {
            return new HandleValue(
                    PrefixAdministrator.VALUE_INDEX,
                    AdminRecord.TYPE,
                    PrefixAdministrator.of(name.prefix()).encode(),
                    Ttl.DEFAULT,
                    ValuePermissions.PUBLIC,
                    seconds(),
                    List.of());
        } catch (WireFormatException e) {
            throw new IllegalStateException("the administrator of " + name.prefix() + " cannot be encoded", e);
        }
    }

    private long seconds() {
        return clock.instant().getEpochSecond();
    }
}
