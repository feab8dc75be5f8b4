// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.store.rocks;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;
import org.tanma.handle.model.HandleName;
import org.tanma.resolver.store.ChangeFeed.Kind;
import org.tanma.resolver.store.ChangeNote;
import org.tanma.resolver.store.RecordVersion;

/**
 * The versions of records, as they lie in RocksDB. A key, big-endian:
 *
 * <pre>
 *  width  field
 *  2      octets of the handle
 *  n      the handle's folded octets
 *  8      version
 *  1      what the value is: 0 a note, 1 the record
 * </pre>
 *
 * <p>A note is written with its change: the ordinal of the {@link Kind}, and the {@link ChangeNote} if there is one. The
 * record of a version is written by the change that replaces it; before that, it is among the records. So a record that
 * is never changed again is on disk once.
 */
final class VersionLog {
    private static final Kind[] KINDS = Kind.values();
    private static final byte NOTE = 0;
    private static final byte RECORD = 1;
    private static final int TAIL_OCTETS = Long.BYTES + 1;
    private static final long REPLACED_BATCH_OCTETS = 1 << 20;

    private final RocksFiles files;
    /** What was written last: all changes of a batch have one note. For the committing thread alone. */
    private byte[] lastValue = {};

    private @Nullable Kind lastKind;
    private @Nullable ChangeNote lastNote;

    VersionLog(RocksFiles files) {
        this.files = files;
    }

    /** Adds what is known of a change to the batch that makes it. */
    void add(WriteBatch batch, byte[] handle, long version, Kind kind, Optional<ChangeNote> note)
            throws RocksDBException {
        if (lastKind != kind || lastNote != note.orElse(null)) {
            byte[] encoded = note.map(ChangeNote::encode).orElseGet(() -> new byte[0]);
            lastValue = ByteBuffer.allocate(1 + encoded.length)
                    .put((byte) kind.ordinal())
                    .put(encoded)
                    .array();
            lastKind = kind;
            lastNote = note.orElse(null);
        }
        batch.put(files.versions(), key(handle, version, NOTE), lastValue);
    }

    /** Adds a record that is about to be replaced or removed. */
    void addReplaced(WriteBatch batch, byte[] handle, byte[] stored) throws RocksDBException {
        batch.put(files.versions(), key(handle, StoredRecordLayout.version(stored), RECORD), stored);
    }

    /** Takes records that a bulk load will replace; written before the load is. */
    Replaced replaced() {
        return new Replaced();
    }

    private static byte[] key(byte[] handle, long version, byte what) {
        return ByteBuffer.allocate(Short.BYTES + handle.length + TAIL_OCTETS)
                .putShort((short) handle.length)
                .put(handle)
                .putLong(version)
                .put(what)
                .array();
    }

    /** One version while its entries are gathered. */
    private static final class Gathered {
        private final long version;
        private byte @Nullable [] note;
        private byte @Nullable [] record;

        Gathered(long version) {
            this.version = version;
        }

        RecordVersion of(HandleName name) {
            Optional<Kind> kind = note == null ? Optional.empty() : Optional.of(KINDS[note[0]]);
            Optional<ChangeNote> about = note == null || note.length == 1
                    ? Optional.empty()
                    : Optional.of(ChangeNote.decode(ByteBuffer.wrap(note, 1, note.length - 1)));
            return new RecordVersion(
                    name, version, kind, about, record == null ? Optional.empty() : StoredRecordLayout.decode(record));
        }
    }

    List<RecordVersion> versions(HandleName name, long before, int limit) throws RocksDBException {
        byte[] handle = name.foldedOctets();
        byte @Nullable [] current = files.db().get(handle);
        if (current == null || before <= 1) {
            return List.of();
        }
        List<Gathered> found = new ArrayList<>();
        Gathered newest = new Gathered(StoredRecordLayout.version(current));
        if (newest.version < before) {
            newest.record = StoredRecordLayout.isLive(current) ? current : null;
            found.add(newest);
        }
        gather(handle, Math.min(before, newest.version + 1), limit, found);
        return found.stream().limit(limit).map(one -> one.of(name)).toList();
    }

    private void gather(byte[] handle, long before, int limit, List<Gathered> found) throws RocksDBException {
        try (RocksIterator entries = files.db().newIterator(files.versions())) {
            for (entries.seekForPrev(key(handle, before - 1, RECORD)); entries.isValid(); entries.prev()) {
                byte[] key = entries.key();
                if (!isOf(key, handle)) {
                    break;
                }
                long version = ByteBuffer.wrap(key).getLong(key.length - TAIL_OCTETS);
                if (found.isEmpty() || found.get(found.size() - 1).version != version) {
                    if (found.size() == limit) {
                        break;
                    }
                    found.add(new Gathered(version));
                }
                Gathered one = found.get(found.size() - 1);
                if (key[key.length - 1] == NOTE) {
                    one.note = entries.value();
                } else if (one.record == null) {
                    one.record = entries.value();
                }
            }
            entries.status();
        }
    }

    private static boolean isOf(byte[] key, byte[] handle) {
        return key.length == Short.BYTES + handle.length + TAIL_OCTETS
                && ByteBuffer.wrap(key).getShort() == handle.length
                && Arrays.equals(key, Short.BYTES, Short.BYTES + handle.length, handle, 0, handle.length);
    }

    /** Records that a bulk load will replace, written a batch at a time. */
    final class Replaced implements AutoCloseable {
        private final WriteBatch batch = new WriteBatch();
        private final WriteOptions options = new WriteOptions().setSync(true);

        void add(byte[] handle, byte[] stored) throws RocksDBException {
            addReplaced(batch, handle, stored);
            if (batch.getDataSize() > REPLACED_BATCH_OCTETS) {
                write();
            }
        }

        void write() throws RocksDBException {
            if (batch.count() > 0) {
                files.db().write(options, batch);
                batch.clear();
            }
        }

        @Override
        public void close() {
            batch.close();
            options.close();
        }
    }
}
