// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.store;

import java.util.Optional;
import org.tanma.handle.model.HandleName;

/**
 * What memory knows of the records of a store: a lookup never waits, and throws {@link WouldBlockException} when it would
 * have to. What it does say is as fresh as the store itself. Safe between threads.
 */
public final class RecordsInMemory implements HandleStore {
    private final EncodedRecordStore store;
    private final ThreadLocal<RecordLookup> lookups = ThreadLocal.withInitial(RecordLookup::new);

    public RecordsInMemory(EncodedRecordStore store) {
        this.store = store;
    }

    @Override
    public Optional<StoredRecord> find(HandleName name) {
        RecordLookup lookup = lookups.get().ask(name);
        return switch (store.findInMemory(lookup)) {
            case FOUND -> Optional.of(lookup.toRecord());
            case ABSENT -> Optional.empty();
            case UNKNOWN -> throw WouldBlockException.INSTANCE;
        };
    }
}
