// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.store.rocks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;
import org.tanma.handle.model.HandleName;
import org.tanma.resolver.store.ChangeFeed.ChangeListener;
import org.tanma.resolver.store.ChangeFeed.Kind;
import org.tanma.resolver.store.RecordChange;
import org.tanma.resolver.store.RecordFollower;
import org.tanma.resolver.store.RecordFollower.Written;
import org.tanma.resolver.store.WriteOutcome;
import org.tanma.resolver.store.WriteOutcome.Status;

/**
 * What a group of writers' batches comes to: each batch sees the ones before it, is compared with what is stored, and is
 * taken whole or not at all. For the committing thread alone.
 */
final class RecordWrites implements AutoCloseable {
    private final RocksFiles files;
    private final ChangeLog log;
    private final VersionLog versions;
    private final Iterable<ChangeListener> listeners;
    private final Iterable<RecordFollower> followers;
    private final WriteOptions synced = new WriteOptions().setSync(true);
    private final WriteBatch batch = new WriteBatch();
    private final Map<HandleName, byte[]> written = new HashMap<>();
    private final List<HandleName> changed = new ArrayList<>();
    private final List<Stored> stored = new ArrayList<>();

    /** What a change found and what it left, as stored. */
    private record Stored(byte @Nullable [] before, byte[] after) {}

    RecordWrites(
            RocksFiles files,
            ChangeLog log,
            VersionLog versions,
            Iterable<ChangeListener> listeners,
            Iterable<RecordFollower> followers) {
        this.files = files;
        this.log = log;
        this.versions = versions;
        this.listeners = listeners;
        this.followers = followers;
    }

    /** The outcomes of each batch if what is ready now is committed. */
    List<List<WriteOutcome>> prepare(List<PendingWrite> group) throws RocksDBException {
        drop();
        List<byte[]> keys = new ArrayList<>();
        group.forEach(write -> keys.addAll(write.keys()));
        List<byte @Nullable []> present = files.db().multiGetAsList(keys);
        List<List<WriteOutcome>> outcomes = new ArrayList<>(group.size());
        int from = 0;
        for (PendingWrite write : group) {
            outcomes.add(prepare(write, present.subList(from, from + write.size())));
            from += write.size();
        }
        if (isAnythingToWrite()) {
            log.writeTo(batch);
        }
        return outcomes;
    }

    private List<WriteOutcome> prepare(PendingWrite write, List<byte @Nullable []> stored) throws RocksDBException {
        List<WriteOutcome> outcomes = new ArrayList<>(write.size());
        List<byte @Nullable []> current = new ArrayList<>(write.size());
        boolean isRefused = false;
        for (int i = 0; i < write.size(); i++) {
            byte @Nullable [] here = written.getOrDefault(write.change(i).name(), stored.get(i));
            WriteOutcome outcome = outcome(write.change(i), write.encoded(i), here);
            isRefused |= outcome.status() == Status.CONFLICT;
            outcomes.add(outcome);
            current.add(here);
        }
        if (isRefused) {
            return refused(outcomes, current);
        }
        for (int i = 0; i < write.size(); i++) {
            if (outcomes.get(i).status() != Status.UNCHANGED) {
                add(write, i, outcomes.get(i), current.get(i));
            }
        }
        return List.copyOf(outcomes);
    }

    private static WriteOutcome outcome(RecordChange change, byte[] encoded, byte @Nullable [] stored) {
        HandleName name = change.name();
        long version = stored == null ? 0 : StoredRecordLayout.liveVersion(stored);
        if (!change.expected().accepts(version)) {
            return new WriteOutcome(name, Status.CONFLICT, version);
        }
        if (change.record().isEmpty()) {
            return new WriteOutcome(name, version == 0 ? Status.UNCHANGED : Status.DELETED, 0);
        }
        if (version != 0 && stored != null && StoredRecordLayout.isSame(stored, encoded)) {
            return new WriteOutcome(name, Status.UNCHANGED, version);
        }
        return new WriteOutcome(name, version == 0 ? Status.CREATED : Status.REPLACED, nextVersion(stored));
    }

    private static long nextVersion(byte @Nullable [] stored) {
        return stored == null ? 1 : StoredRecordLayout.version(stored) + 1;
    }

    private void add(PendingWrite write, int i, WriteOutcome outcome, byte @Nullable [] before)
            throws RocksDBException {
        long version = nextVersion(before);
        byte[] encoded = write.encoded(i);
        StoredRecordLayout.putVersion(encoded, version);
        batch.put(files.records(), write.keys().get(i), encoded);
        written.put(outcome.name(), encoded);
        changed.add(outcome.name());
        stored.add(new Stored(before, encoded));
        Kind kind = kind(outcome.status());
        log.add(kind, outcome.name().toString(), version);
        versions.add(batch, write.keys().get(i), version, kind, write.change(i).note());
        if (before != null && StoredRecordLayout.isLive(before)) {
            versions.addReplaced(batch, write.keys().get(i), before);
        }
    }

    private static Kind kind(Status status) {
        return switch (status) {
            case CREATED -> Kind.CREATED;
            case REPLACED -> Kind.REPLACED;
            case DELETED -> Kind.DELETED;
            case UNCHANGED, CONFLICT, NOT_TRIED -> throw new IllegalArgumentException(status + " is no change");
        };
    }

    /** The outcomes of a batch of which nothing was written: what is in conflict stays so, the rest was not tried. */
    private static List<WriteOutcome> refused(List<WriteOutcome> outcomes, List<byte @Nullable []> current) {
        List<WriteOutcome> refused = new ArrayList<>(outcomes.size());
        for (int i = 0; i < outcomes.size(); i++) {
            byte @Nullable [] stored = current.get(i);
            WriteOutcome outcome = outcomes.get(i);
            refused.add(
                    outcome.status() == Status.CONFLICT
                            ? outcome
                            : new WriteOutcome(
                                    outcome.name(),
                                    Status.NOT_TRIED,
                                    stored == null ? 0 : StoredRecordLayout.liveVersion(stored)));
        }
        return List.copyOf(refused);
    }

    boolean isAnythingToWrite() {
        return !changed.isEmpty();
    }

    /** Writes what is ready, records and changes in one batch, to disk. */
    void commit() throws RocksDBException {
        files.db().write(synced, batch);
        log.written();
    }

    /** Tells followers and listeners of what was committed. */
    void tell() {
        if (isAnythingToWrite()) {
            if (followers.iterator().hasNext()) {
                List<Written> written = written();
                followers.forEach(follower -> follower.written(written));
            }
            List<HandleName> names = List.copyOf(changed);
            listeners.forEach(listener -> listener.changed(names));
        }
    }

    private List<Written> written() {
        List<Written> written = new ArrayList<>(changed.size());
        long sequence = log.last() - changed.size();
        for (int i = 0; i < changed.size(); i++) {
            Stored one = stored.get(i);
            written.add(new Written(
                    ++sequence,
                    changed.get(i),
                    StoredRecordLayout.version(one.after()),
                    one.before() == null ? Optional.empty() : StoredRecordLayout.decode(one.before()),
                    StoredRecordLayout.decode(changed.get(i), one.after())));
        }
        return written;
    }

    /** Puts a marker that everything changed into the feed, with {@code rest} in the same batch. */
    void commitEverythingChanged(BatchTask rest) throws RocksDBException {
        drop();
        log.add(Kind.EVERYTHING, "", 0);
        log.writeTo(batch);
        rest.addTo(batch);
        commit();
        drop();
        followers.forEach(follower -> follower.everythingWritten(log.last()));
        listeners.forEach(ChangeListener::everythingChanged);
    }

    /** Forgets the changes there were and goes on with numbers far beyond them. */
    void restartFeed() throws RocksDBException {
        drop();
        log.restart();
        commitEverythingChanged(log::removeBefore);
    }

    /** Writes something that is no change of a record. */
    void commitAlone(BatchTask task) throws RocksDBException {
        drop();
        task.addTo(batch);
        files.db().write(synced, batch);
        drop();
    }

    /** Forgets what was ready. */
    void drop() {
        batch.clear();
        written.clear();
        changed.clear();
        stored.clear();
        log.drop();
    }

    @Override
    public void close() {
        batch.close();
        synced.close();
    }

    /** Adds to a batch. */
    interface BatchTask {
        void addTo(WriteBatch batch) throws RocksDBException;
    }
}
