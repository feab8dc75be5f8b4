// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.store.exchange;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.resolver.store.ExpectedVersion;
import org.tanma.resolver.store.HandleAdminStore;
import org.tanma.resolver.store.HandleStore;
import org.tanma.resolver.store.StoredRecord;
import org.tanma.resolver.store.exchange.Fault.Kind;

/** Adds, puts in place and removes values of records that are there. */
final class ValueEdits {
    private static final int TRIES = 5;

    private final HandleStore store;
    private final HandleAdminStore adminStore;

    ValueEdits(HandleStore store, HandleAdminStore adminStore) {
        this.store = store;
        this.adminStore = adminStore;
    }

    /** Applies an Add, Modify or Remove; what speaks against it, if anything. */
    Optional<Fault> apply(FileOperation operation, boolean isDryRun) {
        HandleName name = name(operation);
        for (int i = 0; i < TRIES; i++) {
            Optional<StoredRecord> stored = store.find(name);
            if (stored.isEmpty()) {
                return Optional.of(Fault.of(operation.line(), Kind.NOT_FOUND, name));
            }
            Map<Integer, HandleValue> values = new HashMap<>();
            stored.get().values().decode().forEach(value -> values.put(value.index(), value));
            Optional<Fault> fault = edit(operation, values);
            if (fault.isPresent() || isDryRun) {
                return fault;
            }
            try {
                HandleRecord edited = new HandleRecord(stored.get().name(), List.copyOf(values.values()));
                ExpectedVersion expected = ExpectedVersion.exactly(stored.get().version());
                if (adminStore.createOrReplace(edited, expected).isAccepted()) {
                    return Optional.empty();
                }
            } catch (IllegalArgumentException e) {
                return Optional.of(Fault.of(operation.line(), Kind.BAD_RECORD, name, e.getMessage()));
            }
        }
        return Optional.of(Fault.of(operation.line(), Kind.CHANGED_MEANWHILE, name));
    }

    private static HandleName name(FileOperation operation) {
        if (operation instanceof FileOperation.Add add) {
            return add.name();
        }
        if (operation instanceof FileOperation.Modify modify) {
            return modify.name();
        }
        if (operation instanceof FileOperation.Remove remove) {
            return remove.name();
        }
        throw new IllegalArgumentException(operation + " edits no values");
    }

    private static Optional<Fault> edit(FileOperation operation, Map<Integer, HandleValue> values) {
        if (operation instanceof FileOperation.Remove remove) {
            for (int index : remove.indexes()) {
                if (values.remove(index) == null) {
                    return Optional.of(Fault.of(remove.line(), Kind.VALUE_NOT_FOUND, remove.name(), index));
                }
            }
            return Optional.empty();
        }
        boolean isNew = operation instanceof FileOperation.Add;
        List<HandleValue> given =
                operation instanceof FileOperation.Add add ? add.values() : ((FileOperation.Modify) operation).values();
        for (HandleValue value : given) {
            if (values.containsKey(value.index()) == isNew) {
                return Optional.of(Fault.of(
                        operation.line(),
                        isNew ? Kind.VALUE_EXISTS : Kind.VALUE_NOT_FOUND,
                        name(operation),
                        value.index()));
            }
            values.put(value.index(), value);
        }
        return Optional.empty();
    }
}
