// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.tanma.handle.model.HandleName;
import org.tanma.resolver.store.EncodedRecordStore;
import org.tanma.resolver.store.HandleStore;
import org.tanma.resolver.store.RecordLookup;
import org.tanma.resolver.store.StoredRecord;

/** A store whose records are all in memory, and which says so. */
record KeptInMemory(HandleStore store) implements HandleStore, EncodedRecordStore {
    @Override
    public Optional<StoredRecord> find(HandleName name) {
        return store.find(name);
    }

    @Override
    public boolean find(RecordLookup lookup) {
        byte[] folded = new byte[lookup.handle().remaining()];
        lookup.handle().duplicate().get(folded);
        StoredRecord found = store.find(HandleName.decode(folded)).orElse(null);
        if (found == null) {
            return false;
        }
        byte[] spelled = found.name().toString().getBytes(StandardCharsets.UTF_8);
        ByteBuffer values = found.values().octets();
        int end = spelled.length + values.remaining();
        lookup.room(end).put(spelled).put(values);
        lookup.found(found.version(), 0, spelled.length, found.values().count(), spelled.length, end);
        return true;
    }

    @Override
    public Presence findInMemory(RecordLookup lookup) {
        return find(lookup) ? Presence.FOUND : Presence.ABSENT;
    }
}
