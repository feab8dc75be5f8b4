// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.limit;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * A network of addresses, written {@code 192.0.2.0/24}, {@code 2001:db8::/32}, or a single address without a length.
 *
 * <p>Shape: halves of its first address and {@code bits}, 0..128, that all its addresses share; those of an IPv4 network
 * are counted on the mapped form, 96 more than written. Bits beyond the length are 0.
 */
record Network(long high, long low, int bits) {
    private static final int ADDRESS_BITS = 128;
    private static final int MAPPED_BITS = 96;
    private static final Pattern IPV4 =
            Pattern.compile("((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(?!$)|$)){4}", Pattern.CASE_INSENSITIVE);
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
    private static final Pattern LENGTH = Pattern.compile("\\d{1,3}");

    Network {
        if (bits < 0 || bits > ADDRESS_BITS) {
            throw new IllegalArgumentException("a network of " + bits + " bits; allowed are 0 to " + ADDRESS_BITS);
        }
        if ((high & ~highMask(bits)) != 0 || (low & ~lowMask(bits)) != 0) {
            throw new IllegalArgumentException("the address has bits beyond the network's length");
        }
    }

    /** {@link IllegalArgumentException} when it is none; names are never looked up. */
    static Network parse(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        boolean isIpv4 = IPV4.matcher(address).matches();
        if (!isIpv4 && !IPV6.matcher(address).matches()) {
            throw new IllegalArgumentException("'" + text + "' is no network, such as 192.0.2.0/24 or 2001:db8::/32");
        }
        InetAddress parsed = literal(address, text);
        int most = isIpv4 ? ADDRESS_BITS - MAPPED_BITS : ADDRESS_BITS;
        int bits = slash < 0 ? most : length(text.substring(slash + 1), most, text);
        try {
            return new Network(PeerAddress.high(parsed), PeerAddress.low(parsed), isIpv4 ? MAPPED_BITS + bits : bits);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + text + "': " + e.getMessage(), e);
        }
    }

    private static InetAddress literal(String address, String text) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("'" + text + "' is no network: no such address", e);
        }
    }

    private static int length(String digits, int most, String text) {
        if (!LENGTH.matcher(digits).matches() || Integer.parseInt(digits) > most) {
            throw new IllegalArgumentException(
                    "'" + text + "': a length of '" + digits + "'; allowed are 0 to " + most);
        }
        return Integer.parseInt(digits);
    }

    long lastHigh() {
        return high | ~highMask(bits);
    }

    long lastLow() {
        return low | ~lowMask(bits);
    }

    static long highMask(int bits) {
        return bits >= Long.SIZE ? -1 : bits == 0 ? 0 : -1L << Long.SIZE - bits;
    }

    static long lowMask(int bits) {
        return bits <= Long.SIZE ? 0 : -1L << ADDRESS_BITS - bits;
    }
}
