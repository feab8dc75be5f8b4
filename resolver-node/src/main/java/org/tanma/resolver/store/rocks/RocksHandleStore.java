// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.store.rocks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Slice;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.resolver.store.ChangeFeed;
import org.tanma.resolver.store.EncodedValues;
import org.tanma.resolver.store.HandleAdminStore;
import org.tanma.resolver.store.HandleStore;
import org.tanma.resolver.store.RecordChange;
import org.tanma.resolver.store.ScanRange;
import org.tanma.resolver.store.StoreException;
import org.tanma.resolver.store.StoredRecord;
import org.tanma.resolver.store.WriteOutcome;
import org.tanma.resolver.store.WriteOutcome.Status;

/**
 * Identifier records in an embedded RocksDB.
 *
 * <p>Life of a write: the locks of its handles are taken (a fixed number of stripes, in ascending order, so that batches
 * cannot block one another for ever); the stored versions are read and compared; all changes go into one write batch,
 * which RocksDB appends to its log and syncs to disk together with the batches of other writers; then the outcome is
 * returned. After a crash the log is replayed up to its first torn entry, which no one was told about.
 *
 * <p>One process at a time: opening a directory that is open already throws {@link
 * org.tanma.resolver.store.StoreInUseException}. After {@link #close()} every call throws {@link StoreException}.
 */
public final class RocksHandleStore implements HandleStore, HandleAdminStore, ChangeFeed, AutoCloseable {
    private static final int STRIPES = 256;

    private final RocksFiles files;
    private final WriteOptions synced = new WriteOptions().setSync(true);
    private final Lock[] stripes = new Lock[STRIPES];
    /** Shared by every use of the native store, held alone to close it: a call into a closed one would end the process. */
    private final ReentrantReadWriteLock life = new ReentrantReadWriteLock();

    private final List<ChangeListener> listeners = new CopyOnWriteArrayList<>();
    private boolean isClosed;

    private RocksHandleStore(RocksFiles files) {
        this.files = files;
        Arrays.setAll(stripes, i -> new ReentrantLock());
    }

    /** Opens the records of a directory, which is made when it is not there. */
    public static RocksHandleStore open(RocksStoreConfig config) {
        return new RocksHandleStore(RocksFiles.open(config));
    }

    @Override
    public Optional<StoredRecord> find(HandleName name) {
        return whileOpen(() -> {
            byte @Nullable [] stored = files.db().get(name.foldedOctets());
            return stored == null ? Optional.empty() : StoredRecordLayout.decode(stored);
        });
    }

    @Override
    public List<WriteOutcome> apply(List<RecordChange> changes) {
        requireBatch(changes);
        if (changes.isEmpty()) {
            return List.of();
        }
        List<EncodedValues> encoded = new ArrayList<>(changes.size());
        for (RecordChange change : changes) {
            encoded.add(change.record().map(RocksHandleStore::encode).orElse(EncodedValues.NONE));
        }
        return whileOpen(() -> {
            List<Lock> held = lockStripes(changes);
            try {
                return write(changes, encoded);
            } finally {
                held.forEach(Lock::unlock);
            }
        });
    }

    private List<WriteOutcome> write(List<RecordChange> changes, List<EncodedValues> encoded) throws RocksDBException {
        List<byte[]> keys =
                changes.stream().map(change -> change.name().foldedOctets()).toList();
        List<byte @Nullable []> stored = files.db().multiGetAsList(keys);
        List<WriteOutcome> outcomes = new ArrayList<>(changes.size());
        boolean isRefused = false;
        try (WriteBatch batch = new WriteBatch()) {
            for (int i = 0; i < changes.size(); i++) {
                WriteOutcome outcome = add(batch, keys.get(i), changes.get(i), encoded.get(i), stored.get(i));
                isRefused |= outcome.status() == Status.CONFLICT;
                outcomes.add(outcome);
            }
            if (isRefused) {
                return refused(outcomes, stored);
            }
            if (batch.count() > 0) {
                files.db().write(synced, batch);
                listeners.forEach(listener -> listener.changed(changedNames(outcomes)));
            }
        }
        return List.copyOf(outcomes);
    }

    private static List<HandleName> changedNames(List<WriteOutcome> outcomes) {
        return outcomes.stream()
                .filter(outcome -> outcome.status() != Status.UNCHANGED)
                .map(WriteOutcome::name)
                .toList();
    }

    @Override
    public Subscription subscribe(ChangeListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private static WriteOutcome add(
            WriteBatch batch, byte[] key, RecordChange change, EncodedValues values, byte @Nullable [] stored)
            throws RocksDBException {
        HandleName name = change.name();
        long last = stored == null ? 0 : StoredRecordLayout.version(stored);
        Optional<StoredRecord> current = stored == null ? Optional.empty() : StoredRecordLayout.decode(stored);
        long version = current.isPresent() ? last : 0;
        if (!change.expected().accepts(version)) {
            return new WriteOutcome(name, Status.CONFLICT, version);
        }
        if (change.record().isEmpty()) {
            if (current.isEmpty()) {
                return new WriteOutcome(name, Status.UNCHANGED, 0);
            }
            batch.put(key, StoredRecordLayout.encodeDeletion(last + 1));
            return new WriteOutcome(name, Status.DELETED, 0);
        }
        if (current.isPresent() && current.get().values().equalsIgnoringTimestamps(values)) {
            return new WriteOutcome(name, Status.UNCHANGED, version);
        }
        batch.put(key, StoredRecordLayout.encode(change.record().get(), values, last + 1));
        return new WriteOutcome(name, current.isPresent() ? Status.REPLACED : Status.CREATED, last + 1);
    }

    /** The outcomes of a batch of which nothing was written: what is in conflict stays so, the rest was not tried. */
    private static List<WriteOutcome> refused(List<WriteOutcome> outcomes, List<byte @Nullable []> stored) {
        List<WriteOutcome> refused = new ArrayList<>(outcomes.size());
        for (int i = 0; i < outcomes.size(); i++) {
            WriteOutcome outcome = outcomes.get(i);
            byte @Nullable [] value = stored.get(i);
            long version = value == null || !StoredRecordLayout.isLive(value) ? 0 : StoredRecordLayout.version(value);
            refused.add(
                    outcome.status() == Status.CONFLICT
                            ? outcome
                            : new WriteOutcome(outcome.name(), Status.NOT_TRIED, version));
        }
        return List.copyOf(refused);
    }

    @Override
    public List<StoredRecord> scan(ScanRange range) {
        byte[] prefix = HandleName.parse(range.prefix() + "/").foldedOctets();
        // '.' and '/' are neighbours, and '0' follows: a prefix with all its derived ones is one run of keys.
        byte[] first = prefix.clone();
        first[first.length - 1] = (byte) (range.withDerived() ? '.' : '/');
        byte[] end = prefix.clone();
        end[end.length - 1] = '/' + 1;
        byte[] start = range.after()
                .map(after -> Arrays.copyOf(after.foldedOctets(), after.foldedOctets().length + 1))
                .filter(after -> Arrays.compareUnsigned(after, first) > 0)
                .orElse(first);
        return whileOpen(() -> {
            List<StoredRecord> found = new ArrayList<>();
            try (Slice upper = new Slice(end);
                    ReadOptions options = new ReadOptions().setIterateUpperBound(upper);
                    RocksIterator keys = files.db().newIterator(options)) {
                for (keys.seek(start); keys.isValid() && found.size() < range.limit(); keys.next()) {
                    StoredRecordLayout.decode(keys.value()).ifPresent(found::add);
                }
                keys.status();
            }
            return found;
        });
    }

    @Override
    public void close() {
        life.writeLock().lock();
        try {
            if (!isClosed) {
                isClosed = true;
                synced.close();
                files.close();
            }
        } finally {
            life.writeLock().unlock();
        }
    }

    private static void requireBatch(List<RecordChange> changes) {
        if (changes.size() > MAX_BATCH) {
            throw new IllegalArgumentException(
                    "a batch of " + changes.size() + " changes is too large; at most " + MAX_BATCH + " are allowed");
        }
        Set<HandleName> names = new HashSet<>();
        for (RecordChange change : changes) {
            if (!names.add(change.name())) {
                throw new IllegalArgumentException("a batch changes " + change.name() + " twice");
            }
        }
    }

    private static EncodedValues encode(HandleRecord record) {
        EncodedValues values = EncodedValues.encode(record.values());
        if (values.octetCount() > MAX_RECORD_OCTETS) {
            throw new IllegalArgumentException(record.name() + " has " + values.octetCount()
                    + " octets of values; at most " + MAX_RECORD_OCTETS + " are allowed");
        }
        return values;
    }

    private List<Lock> lockStripes(List<RecordChange> changes) {
        Set<Integer> numbers = new TreeSet<>();
        for (RecordChange change : changes) {
            numbers.add(Math.floorMod(change.name().hashCode(), STRIPES));
        }
        List<Lock> held = numbers.stream().map(number -> stripes[number]).toList();
        held.forEach(Lock::lock);
        return held;
    }

    private <T> T whileOpen(NativeCall<T> call) {
        life.readLock().lock();
        try {
            if (isClosed) {
                throw new StoreException("the identifier records in " + files.directory() + " are closed");
            }
            return call.run();
        } catch (RocksDBException e) {
            throw new StoreException(
                    "the identifier records in " + files.directory() + " failed: " + e.getMessage(), e);
        } finally {
            life.readLock().unlock();
        }
    }

    private interface NativeCall<T> {
        T run() throws RocksDBException;
    }
}
