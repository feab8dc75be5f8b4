// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.cache;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.SecureRandom;
import java.util.Arrays;

/** Hashes of octets, others in each process, so that strangers cannot choose questions that collide. */
final class HashSeed {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long START = RANDOM.nextLong();
    private static final long FACTOR = RANDOM.nextLong() | 1;
    private static final int BYTE_BITS = 8;
    private static final long BYTE = 0xFF;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private HashSeed() {}

    /** 64 bits, each as good as the other, of a tag and some octets. */
    static long hash(int tag, byte[] octets, int from, int length) {
        long mixed = folded(START ^ tag ^ (long) length << Integer.SIZE);
        int i = 0;
        for (; i <= length - Long.BYTES; i += Long.BYTES) {
            mixed = folded(mixed ^ longAt(octets, from + i));
        }
        long rest = 0;
        for (; i < length; i++) {
            rest = rest << BYTE_BITS | octets[from + i] & BYTE;
        }
        return folded(mixed ^ rest);
    }

    /** Both halves of the product with a number nobody knows, in one. */
    private static long folded(long value) {
        return Math.multiplyHigh(value, FACTOR) ^ value * FACTOR;
    }

    /** Eight octets in this machine's order. */
    static long longAt(byte[] octets, int at) {
        return (long) LONGS.get(octets, at);
    }

    static boolean isSame(byte[] one, int oneFrom, byte[] other, int otherFrom, int length) {
        return Arrays.equals(one, oneFrom, oneFrom + length, other, otherFrom, otherFrom + length);
    }
}
