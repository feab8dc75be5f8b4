// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.limit;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;

/** The halves of an address; those of an IPv4 address are of its mapped form {@code ::ffff:a.b.c.d}. */
public final class PeerAddress {
    static final long MAPPED = 0xFFFF_0000_0000L;
    private static final long IPV4_MASK = 0xFFFF_FFFFL;
    private static final int HALF_OCTETS = 8;
    /** Whether this JDK's hash of an IPv4 address is the address: then it is read without a copy. */
    private static final boolean IS_HASH_THE_ADDRESS = isHashTheAddress();

    private PeerAddress() {}

    public static long high(InetAddress address) {
        return address instanceof Inet4Address
                ? 0
                : ByteBuffer.wrap(address.getAddress()).getLong();
    }

    public static long low(InetAddress address) {
        if (!(address instanceof Inet4Address)) {
            return ByteBuffer.wrap(address.getAddress()).getLong(HALF_OCTETS);
        }
        int octets = IS_HASH_THE_ADDRESS
                ? address.hashCode()
                : ByteBuffer.wrap(address.getAddress()).getInt();
        return MAPPED | octets & IPV4_MASK;
    }

    static boolean isIpv4(long high, long low) {
        return high == 0 && low >>> Integer.SIZE == MAPPED >>> Integer.SIZE;
    }

    private static boolean isHashTheAddress() {
        try {
            for (int octets : new int[] {0x7F00_0001, 0xC000_0201, 0xFFFE_0102}) {
                byte[] address =
                        ByteBuffer.allocate(Integer.BYTES).putInt(octets).array();
                if (InetAddress.getByAddress(address).hashCode() != octets) {
                    return false;
                }
            }
            return true;
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four octets are an address", e);
        }
    }
}
