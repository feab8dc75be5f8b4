// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.tanma.handle.model.ValuePermissions;
import org.tanma.handle.wire.WireLayout;

/**
 * Walks over encoded values and reads, in place, what choosing among them needs.
 *
 * <p>Stands before the first value until {@link #next()}; for one thread. Errors: {@link StoreException} when a value
 * ends beyond the octets there are.
 */
public final class EncodedValueCursor {
    private final int count;
    private final ByteBuffer octets;
    private int number;
    private int start;
    private int end;

    EncodedValueCursor(int count, ByteBuffer octets) {
        this.count = count;
        this.octets = octets;
    }

    /** Walks over {@code count} values that lie in a buffer from its first octet on; the buffer must not change. */
    public static EncodedValueCursor over(int count, ByteBuffer octets) {
        return new EncodedValueCursor(count, octets);
    }

    /** Goes to the next value; false when there is none. */
    public boolean next() {
        if (number == count) {
            return false;
        }
        number++;
        start = end;
        int data = afterString(start + WireLayout.VALUE_TYPE);
        int references = afterString(data);
        int left = getInt(references);
        end = references + WireLayout.LENGTH_OCTETS;
        for (; left > 0; left--) {
            end = afterString(end) + Integer.BYTES;
        }
        if (left < 0 || end > octets.limit()) {
            throw damaged(references);
        }
        return true;
    }

    /** Offset of the value's first octet. */
    public int start() {
        return start;
    }

    /** Offset after the value's last octet. */
    public int end() {
        return end;
    }

    /** 1..2³¹−1. */
    public int index() {
        return octets.getInt(start + WireLayout.VALUE_INDEX);
    }

    /** When the value was last changed, seconds since 1970. */
    public long timestampSeconds() {
        return octets.getInt(start + WireLayout.VALUE_TIMESTAMP) & 0xFFFF_FFFFL;
    }

    /** The value's data, UTF-8 read as text. */
    public String dataAsText() {
        int data = afterString(start + WireLayout.VALUE_TYPE);
        byte[] text = new byte[getInt(data)];
        octets.get(data + WireLayout.LENGTH_OCTETS, text);
        return new String(text, StandardCharsets.UTF_8);
    }

    /** How long the value may be kept from {@code nowSeconds} since 1970 on; 0 when its time has passed. */
    public long ttlSeconds(long nowSeconds) {
        long seconds = octets.getInt(start + WireLayout.VALUE_TTL) & 0xFFFF_FFFFL;
        boolean isAbsolute = octets.get(start + WireLayout.VALUE_TTL_TYPE) != 0;
        return isAbsolute ? Math.max(0, seconds - nowSeconds) : seconds;
    }

    public ValuePermissions permissions() {
        return ValuePermissions.fromBits(octets.get(start + WireLayout.VALUE_PERMISSIONS));
    }

    /**
     * True when the value is of the type asked for, ASCII letter case aside. A type asked for with a {@code "."} at its
     * end is also met by the type without it and by all its subtypes.
     */
    public boolean hasType(byte[] asked) {
        int length = getInt(start + WireLayout.VALUE_TYPE);
        int type = start + WireLayout.VALUE_TYPE + WireLayout.LENGTH_OCTETS;
        if (asked.length > 1 && asked[asked.length - 1] == '.') {
            return length >= asked.length
                    ? startsWith(type, asked, asked.length)
                    : length == asked.length - 1 && startsWith(type, asked, length);
        }
        return length == asked.length && startsWith(type, asked, length);
    }

    private boolean startsWith(int at, byte[] asked, int length) {
        for (int i = 0; i < length; i++) {
            if (folded(octets.get(at + i)) != folded(asked[i])) {
                return false;
            }
        }
        return true;
    }

    private static int folded(byte b) {
        return b >= 'a' && b <= 'z' ? b - ('a' - 'A') : b;
    }

    private int afterString(int at) {
        int length = getInt(at);
        int after = at + WireLayout.LENGTH_OCTETS + length;
        if (length < 0 || after < at || after > octets.limit()) {
            throw damaged(at);
        }
        return after;
    }

    private int getInt(int at) {
        if (at > octets.limit() - Integer.BYTES) {
            throw damaged(at);
        }
        return octets.getInt(at);
    }

    private StoreException damaged(int at) {
        return new StoreException("stored values are damaged at octet " + at + " of " + octets.limit());
    }
}
