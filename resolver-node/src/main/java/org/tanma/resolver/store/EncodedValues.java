// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.store;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.wire.HandleValueCodec;
import org.tanma.handle.wire.WireFormatException;
import org.tanma.handle.wire.WireLayout;
import org.tanma.handle.wire.WireReader;
import org.tanma.handle.wire.WireWriter;

/**
 * Handle values one after the other in their wire encoding.
 *
 * <p>Shape: {@code count} value records as {@link WireLayout} tables them, without a length of their own. Immutable and
 * safe between threads. Errors: {@link StoreException} when the octets turn out not to be that, which only damage on disk
 * can cause.
 */
public final class EncodedValues {
    /** No values. */
    public static final EncodedValues NONE = new EncodedValues(0, new byte[0]);

    private final int count;
    private final byte[] octets;
    private final int from;
    private final int to;

    private EncodedValues(int count, byte[] octets) {
        this(count, octets, 0, octets.length);
    }

    private EncodedValues(int count, byte[] octets, int from, int to) {
        this.count = count;
        this.octets = octets;
        this.from = from;
        this.to = to;
    }

    /** The values in the order given; {@link IllegalArgumentException} when one is larger than the protocol can carry. */
    public static EncodedValues encode(List<HandleValue> values) {
        WireWriter out = new WireWriter(Integer.MAX_VALUE);
        for (HandleValue value : values) {
            try {
                HandleValueCodec.encode(value, out);
            } catch (WireFormatException e) {
                throw new IllegalArgumentException("the value at index " + value.index() + ": " + e.getMessage(), e);
            }
        }
        return new EncodedValues(values.size(), out.toArray());
    }

    /** {@code count} values that are encoded already; the array becomes this object's own. */
    public static EncodedValues wrap(int count, byte[] octets) {
        return new EncodedValues(count, octets);
    }

    /** {@code count} values that are octets {@code from} to {@code to} of an array, which becomes this object's own. */
    public static EncodedValues wrap(int count, byte[] octets, int from, int to) {
        return new EncodedValues(count, octets, Objects.checkFromToIndex(from, to, octets.length), to);
    }

    public int count() {
        return count;
    }

    public int octetCount() {
        return to - from;
    }

    /** A read-only view of the octets. */
    public ByteBuffer octets() {
        return slice().asReadOnlyBuffer();
    }

    /** Stands before the first value; for one thread. */
    public EncodedValueCursor cursor() {
        return new EncodedValueCursor(count, slice());
    }

    public List<HandleValue> decode() {
        WireReader in = new WireReader(slice());
        List<HandleValue> values = new ArrayList<>(count);
        try {
            for (int i = 0; i < count; i++) {
                values.add(HandleValueCodec.decode(in));
            }
            in.requireEnd("values");
            return values;
        } catch (WireFormatException e) {
            throw new StoreException("stored values are damaged: " + e.getMessage(), e);
        }
    }

    /** True when both hold the same values in the same order, whenever each was last changed. */
    public boolean equalsIgnoringTimestamps(EncodedValues other) {
        if (count != other.count || octetCount() != other.octetCount()) {
            return false;
        }
        EncodedValueCursor cursor = cursor();
        while (cursor.next()) {
            int timestamp = cursor.start() + WireLayout.VALUE_TIMESTAMP;
            if (!isSame(other, cursor.start(), timestamp)
                    || !isSame(other, cursor.start() + WireLayout.VALUE_TTL_TYPE, cursor.end())) {
                return false;
            }
        }
        return true;
    }

    private boolean isSame(EncodedValues other, int start, int end) {
        return Arrays.equals(octets, from + start, from + end, other.octets, other.from + start, other.from + end);
    }

    private ByteBuffer slice() {
        return ByteBuffer.wrap(octets, from, to - from).slice();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EncodedValues values
                && count == values.count
                && Arrays.equals(octets, from, to, values.octets, values.from, values.to);
    }

    @Override
    public int hashCode() {
        return 31 * count + slice().hashCode();
    }

    @Override
    public String toString() {
        return "EncodedValues[" + count + " in " + octetCount() + " octets]";
    }
}
