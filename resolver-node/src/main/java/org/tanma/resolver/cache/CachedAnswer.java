// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.cache;

/**
 * Where an answer that was kept is put when it is found.
 *
 * <p>One a thread, used again and again: the octets hold from one look-up to the next and are not to be changed.
 */
@HotPath
public final class CachedAnswer {
    private static final byte[] NOTHING = new byte[0];

    private byte[] octets = NOTHING;
    private int length;

    /** The answer is these octets from the first on; {@link #length()} of them count. */
    public byte[] octets() {
        return octets;
    }

    public int length() {
        return length;
    }

    void set(byte[] found) {
        octets = found;
        length = found.length;
    }

    /** An array for an answer of so many octets, which it is from now on. */
    byte[] room(int newLength) {
        if (octets.length < newLength) {
            octets = new byte[Math.max(newLength, 2 * octets.length)];
        }
        length = newLength;
        return octets;
    }
}
