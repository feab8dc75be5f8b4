// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.bench;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;

/**
 * Octets in which a number of {@value #DIGITS} digits stands in some places, to be written over in place.
 *
 * <p>Numbers: {@value #LEAST} to {@value #MOST}, so that all have the same length.
 */
final class NumberedOctets {
    static final long LEAST = 100_000_000_000_000_000L;
    static final long MOST = 999_999_999_999_999_999L;
    static final int DIGITS = 18;
    /** Stands in the octets where numbers shall stand. */
    static final long PLACE = 987_654_321_987_654_321L;

    private final byte[] octets;
    private final int[] places;

    /** Octets made with {@link #PLACE}. */
    NumberedOctets(byte[] octets) {
        this.octets = octets.clone();
        byte[] sought = Long.toString(PLACE).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        int[] found = new int[octets.length];
        int count = 0;
        for (int at = 0; at + DIGITS <= octets.length; at++) {
            if (Arrays.equals(octets, at, at + DIGITS, sought, 0, DIGITS)) {
                found[count++] = at;
            }
        }
        this.places = Arrays.copyOf(found, count);
    }

    int length() {
        return octets.length;
    }

    /** Writes all octets from the buffer's first on. */
    ByteBuf into(ByteBuf to) {
        return to.writeBytes(octets);
    }

    /** Writes the number into all its places. */
    void number(ByteBuf to, long number) {
        for (int place : places) {
            Digits.write(to, place, number);
        }
    }
}
