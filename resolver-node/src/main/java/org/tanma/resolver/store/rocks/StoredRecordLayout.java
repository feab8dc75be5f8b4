// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.store.rocks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.resolver.store.EncodedValues;
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

    private StoredRecordLayout() {}

    static byte[] encode(HandleRecord record, EncodedValues values, long version) {
        byte[] spelled = record.name().toString().getBytes(UTF_8);
        ByteBuffer out = ByteBuffer.allocate(
                FIXED_OCTETS + Integer.BYTES + spelled.length + Integer.BYTES + values.octetCount());
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

    static boolean isLive(byte[] stored) {
        return stored[STATE_OFFSET] == LIVE;
    }

    static long version(byte[] stored) {
        return ByteBuffer.wrap(stored).getLong(VERSION_OFFSET);
    }

    /** The record of a stored value; empty for a deletion. */
    static Optional<StoredRecord> decode(byte[] stored) {
        if (stored.length < FIXED_OCTETS || stored[0] != LAYOUT) {
            throw new StoreException("a stored record has layout " + (stored.length == 0 ? "none" : stored[0])
                    + "; this version reads layout " + LAYOUT);
        }
        if (!isLive(stored)) {
            return Optional.empty();
        }
        try {
            ByteBuffer in = ByteBuffer.wrap(stored).position(FIXED_OCTETS);
            byte[] spelled = new byte[in.getInt()];
            in.get(spelled);
            int count = in.getInt();
            byte[] values = new byte[in.remaining()];
            in.get(values);
            return Optional.of(
                    new StoredRecord(HandleName.decode(spelled), version(stored), EncodedValues.wrap(count, values)));
        } catch (BufferUnderflowException | NegativeArraySizeException e) {
            throw new StoreException("a stored record of " + stored.length + " octets is cut short", e);
        }
    }
}
