// SPDX-License-Identifier: Apache-2.0
package org.tanma.handle.model;

/**
 * How long a value may be cached.
 *
 * <p>Shape: relative seconds from the moment of the answer, or an absolute instant in seconds since 1970. Range: 0 to
 * 2³²−1. Source: RFC 3651 section 3.1.
 */
public record Ttl(boolean isAbsolute, long seconds) {
    /** One day, the usual default. */
    public static final Ttl DEFAULT = new Ttl(false, 86_400);

    public Ttl {
        if (seconds < 0 || seconds > 0xFFFF_FFFFL) {
            throw new IllegalArgumentException("ttl " + seconds + " s is outside 0..4294967295");
        }
    }

    public static Ttl ofSeconds(long seconds) {
        return new Ttl(false, seconds);
    }
}
