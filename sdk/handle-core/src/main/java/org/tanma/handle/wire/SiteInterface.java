// SPDX-License-Identifier: Apache-2.0
package org.tanma.handle.wire;

import java.util.List;

/**
 * One way to reach a server.
 *
 * <p>Shape: u8 service (1 administration, 2 resolution, 3 both, 0 none), u8 protocol, u32 port 0..65535. Protocols
 * without a constant here are carried on. Source: RFC 3651 section 3.2.2.
 */
public record SiteInterface(boolean isForAdmin, boolean isForResolution, int protocol, int port) {
    public static final int UDP = 0;
    public static final int TCP = 1;
    public static final int HTTP = 2;
    public static final int HTTPS = 3;

    static final int OCTETS = 6;
    private static final List<String> NAMES = List.of("UDP", "TCP", "HTTP", "HTTPS");
    private static final int ADMIN = 1;
    private static final int RESOLUTION = 2;
    private static final int HIGHEST_PORT = 65_535;

    public SiteInterface {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("port " + port + " is outside 0..65535");
        }
    }

    /** An interface that resolves and does not administer. */
    public static SiteInterface forResolution(int protocol, int port) {
        return new SiteInterface(false, true, protocol, port);
    }

    /** {@code UDP}, {@code TCP}, {@code HTTP}, {@code HTTPS}, or the number of another protocol. */
    public String protocolName() {
        return protocol >= 0 && protocol < NAMES.size() ? NAMES.get(protocol) : "protocol " + protocol;
    }

    static SiteInterface decode(WireReader in) throws WireFormatException {
        int service = in.readBoundedOctet(0, ADMIN | RESOLUTION, "interface service");
        int protocol = in.readAnyOctet("interface protocol", "unknown protocols are carried on");
        int port = (int) in.readBounded(0, HIGHEST_PORT, "interface port");
        return new SiteInterface((service & ADMIN) != 0, (service & RESOLUTION) != 0, protocol, port);
    }

    void encode(WireWriter out) throws WireFormatException {
        out.writeOctet((isForAdmin ? ADMIN : 0) | (isForResolution ? RESOLUTION : 0), "interface service");
        out.writeOctet(protocol, "interface protocol");
        out.writeInt(port, "interface port");
    }
}
