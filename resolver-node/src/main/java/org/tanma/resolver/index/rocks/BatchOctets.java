// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.index.rocks;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A write batch of RocksDB made in this process's memory, so that it crosses into the native library once: eight octets of
 * number, left 0; four of count; then each step, its kind, the key and, where one is put, the value, each after its length
 * in sevens of bits. Little-endian. Source: {@code db/write_batch.cc} of RocksDB.
 */
final class BatchOctets {
    private static final int HEADER_OCTETS = 12;
    private static final int COUNT_OFFSET = 8;
    private static final byte DELETION = 0;
    private static final byte VALUE = 1;
    private static final int SEVEN_BITS = 7;
    private static final int MORE = 0x80;

    private byte[] octets = new byte[1 << 16];
    private int length;
    private int count;

    void begin() {
        Arrays.fill(octets, 0, HEADER_OCTETS, (byte) 0);
        length = HEADER_OCTETS;
        count = 0;
    }

    /** Puts a key without a value, or removes one. */
    void step(byte[] key, boolean isAdded) {
        octet(isAdded ? VALUE : DELETION);
        string(key);
        if (isAdded) {
            octet((byte) 0);
        }
        count++;
    }

    void put(byte[] key, byte[] value) {
        octet(VALUE);
        string(key);
        string(value);
        count++;
    }

    byte[] end() {
        ByteBuffer.wrap(octets).order(ByteOrder.LITTLE_ENDIAN).putInt(COUNT_OFFSET, count);
        return Arrays.copyOf(octets, length);
    }

    private void string(byte[] text) {
        int left = text.length;
        while (left >= MORE) {
            octet((byte) (left | MORE));
            left >>>= SEVEN_BITS;
        }
        octet((byte) left);
        room(text.length);
        System.arraycopy(text, 0, octets, length, text.length);
        length += text.length;
    }

    private void octet(byte octet) {
        room(1);
        octets[length++] = octet;
    }

    private void room(int more) {
        if (length + more > octets.length) {
            octets = Arrays.copyOf(octets, Math.max(2 * octets.length, length + more));
        }
    }
}
