// SPDX-License-Identifier: Apache-2.0
package org.tanma.handle.wire;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One server of a site.
 *
 * <p>Shape: id, a 16-octet address (IPv4 in the last four, zeros before), a public key record or nothing, interfaces.
 * Source: RFC 3651 section 3.2.2.
 */
public record SiteServer(int id, Octets address, Octets publicKey, List<SiteInterface> interfaces) {
    /** Octets of an address. */
    public static final int ADDRESS_OCTETS = 16;

    static final int SMALLEST_OCTETS = 4 + ADDRESS_OCTETS + 2 * WireLayout.LENGTH_OCTETS;
    private static final int IPV4_OCTETS = 4;

    public SiteServer {
        if (address.length() != ADDRESS_OCTETS) {
            throw new IllegalArgumentException(
                    "a server's address has " + ADDRESS_OCTETS + " octets, not " + address.length());
        }
        interfaces = List.copyOf(interfaces);
    }

    /** A server without a public key. */
    public static SiteServer of(int id, InetAddress address, List<SiteInterface> interfaces) {
        byte[] given = address.getAddress();
        byte[] octets = new byte[ADDRESS_OCTETS];
        System.arraycopy(given, 0, octets, ADDRESS_OCTETS - given.length, given.length);
        return new SiteServer(id, Octets.of(octets), Octets.EMPTY, interfaces);
    }

    /** The address as the JDK knows it. */
    public InetAddress inetAddress() {
        byte[] octets = address.toArray();
        int firstOfIpv4 = ADDRESS_OCTETS - IPV4_OCTETS;
        boolean isIpv4 = Arrays.equals(octets, 0, firstOfIpv4, new byte[firstOfIpv4], 0, firstOfIpv4);
        try {
            return InetAddress.getByAddress(isIpv4 ? Arrays.copyOfRange(octets, firstOfIpv4, ADDRESS_OCTETS) : octets);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("4 or 16 octets are always an address", e);
        }
    }

    static SiteServer decode(WireReader in) throws WireFormatException {
        int id = in.readAnyInt("server id", "opaque");
        Octets address = in.readOctets(ADDRESS_OCTETS, "server address");
        Octets publicKey = in.readArray(WireLimits.ARRAY_OCTETS, "server public key");
        int count = in.readCount(WireLimits.INTERFACES, SiteInterface.OCTETS, "number of interfaces");
        List<SiteInterface> interfaces = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            interfaces.add(SiteInterface.decode(in));
        }
        return new SiteServer(id, address, publicKey, interfaces);
    }

    void encode(WireWriter out) throws WireFormatException {
        out.writeInt(id, "server id");
        out.writeOctets(address.toArray(), "server address");
        out.writeArray(publicKey.toArray(), WireLimits.ARRAY_OCTETS, "server public key");
        out.writeCount(interfaces.size(), WireLimits.INTERFACES, "number of interfaces");
        for (SiteInterface one : interfaces) {
            one.encode(out);
        }
    }
}
