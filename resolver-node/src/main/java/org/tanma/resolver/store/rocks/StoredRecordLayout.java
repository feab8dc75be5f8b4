// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.store.rocks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.InvalidHandleException;
import org.tanma.resolver.store.EncodedValues;
import org.tanma.resolver.store.RecordLookup;
import org.tanma.resolver.store.StoreException;
import org.tanma.resolver.store.StoredRecord;

/**
 * How one record lies in RocksDB. The key is the handle's folded octets; the value, big-endian:
 *
 * <pre>
 *  offset  width  field
 *  0       1      layout, 1
 *  1       1      state, 1 live, 0 deleted
 *  2       8      version
 *  10      4      octets of the handle as spelled          live only, from here on
 *  14      n      the handle as spelled, UTF-8
 *  14+n    4      number of values
 *  18+n    …      the values in wire encoding, to the end
 * </pre>
 *
 * <p>A deleted handle leaves ten octets behind, so that its version goes on growing if it is written again.
 */
final class StoredRecordLayout {
    private static final byte LAYOUT = 1;
    private static final byte LIVE = 1;
    private static final byte DELETED = 0;
    private static final int STATE_OFFSET = 1;
    private static final int VERSION_OFFSET = 2;
    private static final int FIXED_OCTETS = 10;
    private static final int SPELLED_OFFSET = FIXED_OCTETS + Integer.BYTES;

    private StoredRecordLayout() {}

    static byte[] encode(HandleRecord record, EncodedValues values, long version) {
        byte[] spelled = record.name().toString().getBytes(UTF_8);
        ByteBuffer out = ByteBuffer.allocate(SPELLED_OFFSET + spelled.length + Integer.BYTES + values.octetCount());
        out.put(LAYOUT).put(LIVE).putLong(version);
        out.putInt(spelled.length).put(spelled);
        out.putInt(values.count()).put(values.octets());
        return out.array();
    }

    static byte[] encodeDeletion(long version) {
        return ByteBuffer.allocate(FIXED_OCTETS)
                .put(LAYOUT)
                .put(DELETED)
                .putLong(version)
                .array();
    }

    /** Gives an encoded record or deletion another version. */
    static void putVersion(byte[] stored, long version) {
        ByteBuffer.wrap(stored).putLong(VERSION_OFFSET, version);
    }

    static boolean isLive(byte[] stored) {
        return isLive(ByteBuffer.wrap(stored));
    }

    private static boolean isLive(ByteBuffer stored) {
        if (stored.limit() < FIXED_OCTETS || stored.get(0) != LAYOUT) {
            throw new StoreException("a stored record has layout " + (stored.limit() == 0 ? "none" : stored.get(0))
                    + "; this version reads layout " + LAYOUT);
        }
        return stored.get(STATE_OFFSET) == LIVE;
    }

    static long version(byte[] stored) {
        return ByteBuffer.wrap(stored).getLong(VERSION_OFFSET);
    }

    /** The version of a live record, 0 for a deletion. */
    static long liveVersion(byte[] stored) {
        return isLive(stored) ? version(stored) : 0;
    }

    /** True when {@code stored} is live and holds the same values as {@code encoded}, timestamps aside. */
    static boolean isSame(byte[] stored, byte[] encoded) {
        return isLive(stored) && values(stored).equalsIgnoringTimestamps(values(encoded));
    }

    private static EncodedValues values(byte[] stored) {
        ByteBuffer in = ByteBuffer.wrap(stored);
        int spelledEnd = spelledEnd(in);
        return EncodedValues.wrap(in.getInt(spelledEnd), stored, spelledEnd + Integer.BYTES, stored.length);
    }

    /** The record of a stored value, which becomes the record's own; empty for a deletion. */
    static Optional<StoredRecord> decode(byte[] stored) {
        ByteBuffer in = ByteBuffer.wrap(stored);
        if (!isLive(in)) {
            return Optional.empty();
        }
        try {
            HandleName name = HandleName.decode(Arrays.copyOfRange(stored, SPELLED_OFFSET, spelledEnd(in)));
            return Optional.of(new StoredRecord(name, version(stored), values(stored)));
        } catch (InvalidHandleException e) {
            throw new StoreException("a stored record has a damaged handle", e);
        }
    }

    /** The same of a record whose handle is known as it is spelled there. */
    static Optional<StoredRecord> decode(HandleName name, byte[] stored) {
        return isLive(stored) ? Optional.of(new StoredRecord(name, version(stored), values(stored))) : Optional.empty();
    }

    /** Tells {@code lookup} where the parts of the record in its room are; false for a deletion. */
    static boolean decode(ByteBuffer stored, RecordLookup lookup) {
        if (!isLive(stored)) {
            return false;
        }
        int spelledEnd = spelledEnd(stored);
        lookup.found(
                stored.getLong(VERSION_OFFSET),
                SPELLED_OFFSET,
                spelledEnd,
                stored.getInt(spelledEnd),
                spelledEnd + Integer.BYTES,
                stored.limit());
        return true;
    }

    private static int spelledEnd(ByteBuffer stored) {
        if (stored.limit() >= SPELLED_OFFSET) {
            int length = stored.getInt(FIXED_OCTETS);
            if (length >= 0 && length <= stored.limit() - SPELLED_OFFSET - Integer.BYTES) {
                return SPELLED_OFFSET + length;
            }
        }
        throw new StoreException("a stored record of " + stored.limit() + " octets is cut short");
    }
}
