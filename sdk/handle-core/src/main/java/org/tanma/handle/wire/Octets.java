// SPDX-License-Identifier: Apache-2.0
package org.tanma.handle.wire;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Some octets, immutable, equal when all of them are. */
public final class Octets {
    public static final Octets EMPTY = new Octets(new byte[0]);
    private final byte[] array;

    private Octets(byte[] array) {
        this.array = array;
    }

    /** A copy of {@code array}. */
    public static Octets of(byte... array) {
        return array.length == 0 ? EMPTY : new Octets(array.clone());
    }

    public int length() {
        return array.length;
    }

    public byte[] toArray() {
        return array.clone();
    }

    /** A read-only view, positioned at the first octet. */
    public ByteBuffer asBuffer() {
        return ByteBuffer.wrap(array).asReadOnlyBuffer();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Octets octets && Arrays.equals(array, octets.array);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(array);
    }

    @Override
    public String toString() {
        return "Octets[" + array.length + "]";
    }
}
