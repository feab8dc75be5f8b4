// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.store.rocks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.resolver.store.EncodedValues;
import org.tanma.resolver.store.HandleAdminStore;
import org.tanma.resolver.store.RecordChange;
import org.tanma.resolver.store.WriteOutcome;

/** One writer's batch on its way to disk, encoded on the writer's thread; only the versions are put in later. */
final class PendingWrite implements GroupCommitter.Work {
    private final List<RecordChange> changes;
    private final List<byte[]> keys;
    private final List<byte[]> encoded;
    private final long octets;
    private final CompletableFuture<List<WriteOutcome>> done = new CompletableFuture<>();

    private PendingWrite(List<RecordChange> changes, List<byte[]> keys, List<byte[]> encoded, long octets) {
        this.changes = changes;
        this.keys = keys;
        this.encoded = encoded;
        this.octets = octets;
    }

    /** Throws {@link IllegalArgumentException} for what is over the limits of {@link HandleAdminStore}. */
    static PendingWrite of(List<RecordChange> changes) {
        requireBatch(changes);
        List<byte[]> keys = new ArrayList<>(changes.size());
        List<byte[]> encoded = new ArrayList<>(changes.size());
        long octets = 0;
        for (RecordChange change : changes) {
            byte[] stored =
                    change.record().map(PendingWrite::encode).orElseGet(() -> StoredRecordLayout.encodeDeletion(0));
            keys.add(change.name().foldedOctets());
            encoded.add(stored);
            octets += stored.length;
        }
        return new PendingWrite(List.copyOf(changes), keys, encoded, octets);
    }

    private static void requireBatch(List<RecordChange> changes) {
        if (changes.size() > HandleAdminStore.MAX_BATCH) {
            throw new IllegalArgumentException("a batch of " + changes.size() + " changes is too large; at most "
                    + HandleAdminStore.MAX_BATCH + " are allowed");
        }
        if (changes.size() > 1) {
            Set<HandleName> names = new HashSet<>();
            for (RecordChange change : changes) {
                if (!names.add(change.name())) {
                    throw new IllegalArgumentException("a batch changes " + change.name() + " twice");
                }
            }
        }
    }

    /** A record as it is stored, with version 0. */
    static byte[] encode(HandleRecord record) {
        EncodedValues values = EncodedValues.encode(record.values());
        if (values.octetCount() > HandleAdminStore.MAX_RECORD_OCTETS) {
            throw new IllegalArgumentException(record.name() + " has " + values.octetCount()
                    + " octets of values; at most " + HandleAdminStore.MAX_RECORD_OCTETS + " are allowed");
        }
        return StoredRecordLayout.encode(record, values, 0);
    }

    int size() {
        return changes.size();
    }

    RecordChange change(int i) {
        return changes.get(i);
    }

    /** The folded octets of each handle, in the order of the changes. */
    List<byte[]> keys() {
        return keys;
    }

    /** What is to be stored, with version 0. */
    byte[] encoded(int i) {
        return encoded.get(i);
    }

    /** Octets of all that is to be stored. */
    long octets() {
        return octets;
    }

    /** What became of the changes, once that is known. */
    CompletableFuture<List<WriteOutcome>> done() {
        return done;
    }
}
