// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.store.rocks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;
import org.tanma.handle.model.HandleName;
import org.tanma.resolver.store.ChangeFeed.Change;
import org.tanma.resolver.store.ChangeFeed.Kind;
import org.tanma.resolver.store.ChangesUnavailableException;
import org.tanma.resolver.store.StoreException;

/**
 * The numbered changes, as they lie in RocksDB: one entry for all changes that were committed together. The key is the
 * number of its first change, eight octets; the value, big-endian, once for each change:
 *
 * <pre>
 *  width  field
 *  1      kind, the ordinal of {@link Kind}
 *  8      version
 *  2      octets of the handle
 *  n      the handle as spelled, UTF-8
 * </pre>
 *
 * <p>Written by one thread; read by any.
 */
final class ChangeLog {
    private static final Kind[] KINDS = Kind.values();
    /** The oldest changes are dropped once there are this much more than are to be kept. */
    private static final int SLACK_DIVISOR = 8;
    /** Further than any store gets while a backup of it is of use. */
    private static final long RESTART_GAP = 1L << 40;

    private final RocksFiles files;
    private final long kept;
    private volatile long last;
    /** The oldest change there is; one more than the last when there is none. */
    private volatile long first;

    private final ByteArrayOutputStream group = new ByteArrayOutputStream();
    private long grouped;
    private long remaining;

    private ChangeLog(RocksFiles files, long kept, long first, long last) {
        this.files = files;
        this.kept = kept;
        this.first = first;
        this.last = last;
    }

    static ChangeLog open(RocksFiles files, long kept) throws RocksDBException {
        try (RocksIterator entries = files.db().newIterator(files.changes())) {
            entries.seekToLast();
            long last = entries.isValid() ? sequence(entries.key()) + count(entries.value()) - 1 : 0;
            entries.seekToFirst();
            long first = entries.isValid() ? sequence(entries.key()) : last + 1;
            entries.status();
            return new ChangeLog(files, kept, first, last);
        }
    }

    long last() {
        return last;
    }

    /** Adds a change to the group that is being committed. */
    void add(Kind kind, String spelled, long version) {
        byte[] name = spelled.getBytes(UTF_8);
        byte[] fixed = ByteBuffer.allocate(1 + Long.BYTES + Short.BYTES)
                .put((byte) kind.ordinal())
                .putLong(version)
                .putShort((short) name.length)
                .array();
        group.writeBytes(fixed);
        group.writeBytes(name);
        grouped++;
    }

    /** Puts the group into the batch that also writes its records, and drops what is too old. */
    void writeTo(WriteBatch batch) throws RocksDBException {
        batch.put(files.changes(), key(last + 1), group.toByteArray());
        remaining = first;
        if (last + grouped - first + 1 > kept + kept / SLACK_DIVISOR) {
            remaining = startOfGroup(last + grouped - kept + 1);
            batch.deleteRange(files.changes(), key(0), key(remaining));
        }
    }

    /** The first change of the group that holds this one. */
    private long startOfGroup(long sequence) throws RocksDBException {
        try (RocksIterator entries = files.db().newIterator(files.changes())) {
            entries.seekForPrev(key(sequence));
            entries.status();
            return entries.isValid() ? sequence(entries.key()) : first;
        }
    }

    /** Says that the batch has been written. */
    void written() {
        first = remaining;
        last += grouped;
        drop();
    }

    /** Goes on with numbers that no follower of before can have; the changes of before are still to be removed. */
    void restart() {
        last += RESTART_GAP;
        first = last + 1;
    }

    /** Removes the changes before the first one. */
    void removeBefore(WriteBatch batch) throws RocksDBException {
        batch.deleteRange(files.changes(), key(0), key(first));
    }

    /** Forgets the group. */
    void drop() {
        group.reset();
        grouped = 0;
    }

    List<Change> after(long sequence, int limit) throws RocksDBException {
        long end = last;
        if (sequence > end || sequence + 1 < first) {
            throw new ChangesUnavailableException(sequence, first, end);
        }
        List<Change> changes = new ArrayList<>();
        try (RocksIterator entries = files.db().newIterator(files.changes())) {
            long next = sequence + 1;
            for (entries.seekForPrev(key(next));
                    entries.isValid() && changes.size() < limit && next <= end;
                    entries.next()) {
                long start = sequence(entries.key());
                if (start > next) {
                    throw new ChangesUnavailableException(sequence, first, end);
                }
                next = decode(start, entries.value(), next, limit, changes);
            }
            entries.status();
            if (changes.isEmpty() && sequence < end) {
                throw new ChangesUnavailableException(sequence, first, end);
            }
        }
        return changes;
    }

    /** Adds the changes from {@code next} on; the number after the last one of the entry. */
    private static long decode(long start, byte[] entry, long next, int limit, List<Change> changes) {
        ByteBuffer in = ByteBuffer.wrap(entry);
        long sequence = start;
        try {
            for (; in.hasRemaining(); sequence++) {
                Kind kind = KINDS[in.get()];
                long version = in.getLong();
                byte[] name = new byte[in.getShort()];
                in.get(name);
                if (sequence >= next && changes.size() < limit) {
                    changes.add(new Change(
                            sequence,
                            kind,
                            name.length == 0 ? Optional.empty() : Optional.of(HandleName.decode(name)),
                            version));
                }
            }
            return sequence;
        } catch (BufferUnderflowException | IndexOutOfBoundsException | NegativeArraySizeException e) {
            throw new StoreException("the changes from " + start + " on are damaged", e);
        }
    }

    private static long count(byte[] entry) {
        List<Change> changes = new ArrayList<>();
        return decode(0, entry, Long.MAX_VALUE, 0, changes);
    }

    static byte[] key(long sequence) {
        return ByteBuffer.allocate(Long.BYTES).putLong(sequence).array();
    }

    private static long sequence(byte[] key) {
        return ByteBuffer.wrap(key).getLong();
    }
}
