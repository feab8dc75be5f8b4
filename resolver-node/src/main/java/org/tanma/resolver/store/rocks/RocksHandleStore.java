// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.store.rocks;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.StampedLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rocksdb.KeyMayExist;
import org.rocksdb.ReadOptions;
import org.rocksdb.ReadTier;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.resolver.store.BulkLoader;
import org.tanma.resolver.store.ChangeFeed;
import org.tanma.resolver.store.EncodedRecordStore;
import org.tanma.resolver.store.HandleAdminStore;
import org.tanma.resolver.store.HandleStore;
import org.tanma.resolver.store.OrderedRecords;
import org.tanma.resolver.store.RecordChange;
import org.tanma.resolver.store.RecordFollower;
import org.tanma.resolver.store.RecordHistory;
import org.tanma.resolver.store.RecordLookup;
import org.tanma.resolver.store.RecordVersion;
import org.tanma.resolver.store.ScanRange;
import org.tanma.resolver.store.StoreException;
import org.tanma.resolver.store.StoredRecord;
import org.tanma.resolver.store.WriteOutcome;

/**
 * Identifier records in an embedded RocksDB.
 *
 * <p>Life of a write: it is encoded on its writer's thread and handed to the one thread that writes ({@link
 * GroupCommitter}); there the stored versions are read and compared; the changes of all who wait, and their entry in the
 * change feed, go into one write batch, which RocksDB appends to its log and syncs to disk; listeners are told; then all
 * writers are. After a crash the log is replayed up to an entry that ends in its middle, which no one was told about.
 *
 * <p>One process at a time: opening a directory that is open already throws {@link
 * org.tanma.resolver.store.StoreInUseException}. After {@link #close()} every call throws {@link StoreException}. Damaged
 * octets are never answered: every block has a checksum, and reading a damaged one throws {@link StoreException}.
 */
public final class RocksHandleStore
        implements HandleStore,
                EncodedRecordStore,
                HandleAdminStore,
                OrderedRecords,
                ChangeFeed,
                RecordHistory,
                BulkLoader,
                AutoCloseable {
    private final RocksFiles files;
    private final ReadOptions reading = new ReadOptions();
    private final ReadOptions readingMemory = new ReadOptions().setReadTier(ReadTier.BLOCK_CACHE_TIER);
    /** Shared by every use of the native store, held alone to close it: a call into a closed one would end the process. */
    private final StampedLock life = new StampedLock();

    private final List<ChangeListener> listeners = new CopyOnWriteArrayList<>();
    private final List<RecordFollower> followers = new CopyOnWriteArrayList<>();
    private final ChangeLog log;
    private final VersionLog versions;
    private final RecordWrites writes;
    private final GroupCommitter committer;
    private final RocksBulkLoad bulkLoad;
    private final ReentrantLock loading = new ReentrantLock();
    private final RecordScans scans;
    private volatile boolean isClosing;
    private boolean isClosed;

    private RocksHandleStore(RocksFiles files, ChangeLog log) {
        this.files = files;
        this.log = log;
        this.versions = new VersionLog(files);
        this.writes = new RecordWrites(files, log, versions, listeners, followers);
        this.committer = new GroupCommitter(writes, files.directory().toString());
        this.scans = new RecordScans(files);
        this.bulkLoad = new RocksBulkLoad(files, log, versions, writes, committer);
    }

    /** Opens the records of a directory, which is made when it is not there. */
    public static RocksHandleStore open(RocksStoreConfig config) {
        RocksFiles files = RocksFiles.open(config);
        try {
            RocksHandleStore store = new RocksHandleStore(files, ChangeLog.open(files, config.changesKept()));
            store.bulkLoad.recover();
            store.committer.start();
            return store;
        } catch (RocksDBException | RuntimeException e) {
            files.close();
            throw failed(config.directory(), e);
        }
    }

    @Override
    public Optional<StoredRecord> find(HandleName name) {
        return whileOpen(() -> {
            byte @Nullable [] stored = files.db().get(reading, name.foldedOctets());
            return stored == null ? Optional.empty() : StoredRecordLayout.decode(stored);
        });
    }

    @Override
    public boolean find(RecordLookup lookup) {
        return whileOpen(() -> {
            ByteBuffer key = lookup.handle();
            int length = key.limit();
            ByteBuffer room = lookup.room(0);
            int octets = files.db().get(reading, key, room);
            if (octets > room.capacity()) {
                key.rewind();
                room = lookup.room(octets);
                octets = files.db().get(reading, key, room);
            }
            key.position(0).limit(length);
            return octets != RocksDB.NOT_FOUND && StoredRecordLayout.decode(room, lookup);
        });
    }

    @Override
    public Presence findInMemory(RecordLookup lookup) {
        return whileOpen(() -> {
            ByteBuffer key = lookup.handle();
            ByteBuffer room = lookup.room(0);
            KeyMayExist found = files.db().keyMayExist(readingMemory, key, room);
            key.rewind();
            if (found.exists == KeyMayExist.KeyMayExistEnum.kNotExist) {
                return Presence.ABSENT;
            }
            if (found.exists == KeyMayExist.KeyMayExistEnum.kExistsWithoutValue
                    || found.valueLength > room.capacity()) {
                return Presence.UNKNOWN;
            }
            return StoredRecordLayout.decode(room, lookup) ? Presence.FOUND : Presence.ABSENT;
        });
    }

    @Override
    public List<WriteOutcome> apply(List<RecordChange> changes) {
        PendingWrite write = PendingWrite.of(changes);
        return changes.isEmpty() ? List.of() : committer.commit(write);
    }

    @Override
    public Submitted submit(List<RecordChange> changes) {
        PendingWrite write = PendingWrite.of(changes);
        return changes.isEmpty() ? List::of : committer.submitted(write);
    }

    @Override
    public LoadReport load(Iterator<HandleRecord> records, Existing existing) {
        loading.lock();
        try {
            return whileOpen(() -> bulkLoad.load(records, existing));
        } finally {
            loading.unlock();
        }
    }

    @Override
    public Subscription subscribe(ChangeListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public Subscription follow(RecordFollower follower) {
        followers.add(follower);
        return () -> followers.remove(follower);
    }

    @Override
    public List<RecordVersion> versions(HandleName name, long before, int limit) {
        if (limit < 1 || limit > RecordHistory.MAX_VERSIONS) {
            throw new IllegalArgumentException("limit " + limit + ": allowed are 1.." + RecordHistory.MAX_VERSIONS);
        }
        return whileOpen(() -> versions.versions(name, before, limit));
    }

    @Override
    public long lastSequence() {
        return log.last();
    }

    @Override
    public List<Change> after(long sequence, int limit) {
        if (sequence < 0 || limit < 1 || limit > MAX_PAGE) {
            throw new IllegalArgumentException(
                    "after " + sequence + ", limit " + limit + ": allowed are 0 and up, 1.." + MAX_PAGE);
        }
        return whileOpen(() -> log.after(sequence, limit));
    }

    @Override
    public List<StoredRecord> scan(ScanRange range) {
        return whileOpen(() -> scans.scan(range));
    }

    @Override
    public long forEach(Optional<String> prefix, Consumer<StoredRecord> each) {
        return whileOpen(() -> scans.forEach(prefix, each, () -> isClosing));
    }

    /**
     * Takes a backup into a directory of backups, while reading and writing go on, and drops all but the latest {@code
     * kept}, from 1.
     */
    public RocksBackups.Backup backUp(Path backups, int kept) {
        return whileOpen(() -> RocksBackups.in(backups).take(files.db(), kept));
    }

    /** Reads every block of every file; throws {@link StoreException} naming the first that is damaged. */
    void verify() {
        whileOpen(() -> {
            files.db().verifyChecksum();
            return true;
        });
    }

    /** Says to all who follow the feed that what they know is of another store. */
    void restartFeed() {
        committer.alone(writes::restartFeed);
    }

    @Override
    public void close() {
        isClosing = true;
        committer.close();
        long stamp = life.writeLock();
        try {
            if (!isClosed) {
                isClosed = true;
                writes.close();
                reading.close();
                readingMemory.close();
                files.close();
            }
        } finally {
            life.unlockWrite(stamp);
        }
    }

    private <T> T whileOpen(NativeCall<T> call) {
        long stamp = life.readLock();
        try {
            if (isClosed) {
                throw new StoreException("the identifier records in " + files.directory() + " are closed");
            }
            return call.run();
        } catch (RocksDBException e) {
            throw failed(files.directory(), e);
        } finally {
            life.unlockRead(stamp);
        }
    }

    private static StoreException failed(Path directory, Exception e) {
        return new StoreException("the identifier records in " + directory + " failed: " + e.getMessage(), e);
    }

    private interface NativeCall<T> {
        T run() throws RocksDBException;
    }
}
