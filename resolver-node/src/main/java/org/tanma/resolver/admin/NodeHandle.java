// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.admin;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.wire.AdminRecord;
import org.tanma.resolver.access.AccessRules;
import org.tanma.resolver.store.ExpectedVersion;
import org.tanma.resolver.store.HandleAdminStore;
import org.tanma.resolver.store.HandleStore;
import org.tanma.resolver.store.StoredRecord;
import org.tanma.resolver.type.PredefinedType;

/**
 * The prefix handle of the node's prefix: where the node is, and who administers it.
 *
 * <p>Published at each start. What an operator changed there stays: the node's administrator is written when there is no
 * record yet, or none of its administrators could ever prove to be one. Safe between threads.
 */
public final class NodeHandle {
    private final String nodePrefix;
    private final HandleStore reading;
    private final HandleAdminStore writing;
    private final InstantSource clock;

    public NodeHandle(String nodePrefix, HandleStore reading, HandleAdminStore writing, InstantSource clock) {
        this.nodePrefix = nodePrefix;
        this.reading = reading;
        this.writing = writing;
        this.clock = clock;
    }

    /** Puts these values into the node's prefix handle, and the administrator's where there is none to be. */
    public void publish(List<HandleValue> values, NodeAdministratorKeys keys) {
        HandleName name = PrefixHandle.of(nodePrefix);
        boolean isWritten = false;
        while (!isWritten) {
            Optional<StoredRecord> stored = reading.find(name);
            Optional<HandleRecord> before = stored.map(StoredRecord::decode);
            TreeMap<Integer, HandleValue> after =
                    before.map(RecordDraft::byIndex).orElseGet(TreeMap::new);
            if (before.isEmpty() || isLockedOut(before.get())) {
                keys.values(nodePrefix, now()).forEach(value -> after.put(value.index(), value));
            }
            values.forEach(value -> after.put(value.index(), value));
            HandleRecord record = RecordDraft.stamped(before.orElse(new HandleRecord(name, List.of())), after, now());
            ExpectedVersion expected =
                    stored.map(s -> ExpectedVersion.exactly(s.version())).orElse(ExpectedVersion.absent());
            isWritten = writing.createOrReplace(record, expected).isAccepted();
        }
    }

    /** True when every administrator is a place of this record where nothing is. */
    private static boolean isLockedOut(HandleRecord record) {
        for (HandleValue value : record.values()) {
            Optional<AdminRecord> admin =
                    PredefinedType.HS_ADMIN.is(value) ? AccessRules.decode(value) : Optional.empty();
            if (admin.isPresent()) {
                int index = admin.get().adminIndex();
                boolean isNowhere = admin.get().admin().equals(record.name())
                        && (index == 0 || record.findByIndex(index).isEmpty());
                if (!isNowhere) {
                    return false;
                }
            }
        }
        return true;
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }
}
