// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.cache;

/**
 * An answer as it was sent, and until when it may be sent again.
 *
 * <p>Shape: the octets, which are this object's own and never change; {@code slot} and {@code epoch} of its handle when the
 * record was looked up; {@code expires} in seconds since 1970. Safe between threads.
 */
@HotPath
public final class CachedAnswer {
    private final byte[] octets;
    private final int slot;
    private final long epoch;
    private final long expires;

    CachedAnswer(byte[] octets, int slot, long epoch, long expires) {
        this.octets = octets;
        this.slot = slot;
        this.epoch = epoch;
        this.expires = expires;
    }

    /** Not copied, not to be changed. */
    public byte[] octets() {
        return octets;
    }

    int slot() {
        return slot;
    }

    long epoch() {
        return epoch;
    }

    long expires() {
        return expires;
    }
}
