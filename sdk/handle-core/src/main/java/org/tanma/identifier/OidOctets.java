// SPDX-License-Identifier: Apache-2.0
package org.tanma.identifier;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Arcs as content octets of an encoding: each in groups of seven bits, most significant first, all but the last octet with
 * the high bit set; the first two arcs share a number, 40 × first + second. Source: ITU-T X.690 8.19.
 */
final class OidOctets {
    /** Below 0 and 1 the second arc is at most this, so that the shared number can be taken apart. */
    static final int MOST_SECOND = 39;

    private static final int SPAN = MOST_SECOND + 1;
    private static final int ROOT = 2;
    private static final int GROUP = 7;
    private static final int MORE = 0x80;
    private static final int BITS = 0x7F;
    private static final BigInteger LAST_ROOT_FROM = BigInteger.valueOf((long) ROOT * SPAN);

    private OidOctets() {}

    /** A number and where its octets begin. */
    record Number(BigInteger value, int at) {}

    static byte[] encode(List<BigInteger> arcs) {
        if (arcs.size() < 2) {
            throw new IllegalStateException("a node directly below the root has no encoding");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(out, arcs.get(0).multiply(BigInteger.valueOf(SPAN)).add(arcs.get(1)));
        arcs.subList(2, arcs.size()).forEach(arc -> write(out, arc));
        return out.toByteArray();
    }

    private static void write(ByteArrayOutputStream out, BigInteger number) {
        int groups = Math.max(1, (number.bitLength() + GROUP - 1) / GROUP);
        for (int group = groups - 1; group >= 0; group--) {
            int bits = number.shiftRight(GROUP * group).intValue() & BITS;
            out.write(group == 0 ? bits : bits | MORE);
        }
    }

    static List<Number> decode(byte[] octets) throws OidSyntaxException {
        if (octets.length == 0) {
            throw new OidSyntaxException(OidFault.EMPTY, 0, "");
        }
        if (octets.length > Oid.MOST_OCTETS) {
            throw new OidSyntaxException(OidFault.TOO_LONG, Oid.MOST_OCTETS, octets.length + " octets");
        }
        List<Number> numbers = new ArrayList<>();
        int at = 0;
        while (at < octets.length) {
            int end = end(octets, at);
            add(numbers, number(octets, at, end), at);
            at = end;
        }
        return numbers;
    }

    private static int end(byte[] octets, int from) throws OidSyntaxException {
        if ((octets[from] & 0xFF) == MORE) {
            throw new OidSyntaxException(OidFault.PADDED_OCTETS, from, hex(octets, from));
        }
        int last = from;
        while ((octets[last] & MORE) != 0) {
            last++;
            if (last == octets.length) {
                throw new OidSyntaxException(OidFault.CUT_SHORT, from, hex(octets, from));
            }
        }
        return last + 1;
    }

    private static String hex(byte[] octets, int from) {
        return HexFormat.of().formatHex(octets, from, octets.length);
    }

    private static BigInteger number(byte[] octets, int from, int to) throws OidSyntaxException {
        BigInteger number = BigInteger.ZERO;
        for (int i = from; i < to; i++) {
            number = number.shiftLeft(GROUP).or(BigInteger.valueOf(octets[i] & BITS));
        }
        if (number.toString().length() > Oid.MOST_ARC_DIGITS) {
            throw new OidSyntaxException(OidFault.ARC_TOO_LONG, from, hex(octets, from));
        }
        return number;
    }

    private static void add(List<Number> numbers, BigInteger number, int at) {
        if (!numbers.isEmpty()) {
            numbers.add(new Number(number, at));
        } else if (number.compareTo(LAST_ROOT_FROM) >= 0) {
            numbers.add(new Number(BigInteger.valueOf(ROOT), at));
            numbers.add(new Number(number.subtract(LAST_ROOT_FROM), at));
        } else {
            numbers.add(new Number(BigInteger.valueOf(number.intValue() / SPAN), at));
            numbers.add(new Number(BigInteger.valueOf(number.intValue() % SPAN), at));
        }
    }
}
