// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import java.net.InetAddress;
import java.util.List;

/**
 * Where the faces listen and what they say of themselves.
 *
 * <p>Shape: {@code listen} is the address bound, {@code advertised} the one the site record names, which differs when the
 * node listens on all addresses or behind a forwarder. Ports 0..65535, where 0 takes a free one; UDP and TCP share {@code
 * handlePort}. {@code siteSerial} 0..65535 grows whenever the site record changes. Pages of handles under {@code
 * demonstrationPrefixes} say that they show demonstration data.
 */
public record NodeFacesConfig(
        InetAddress listen,
        InetAddress advertised,
        int handlePort,
        int httpPort,
        int siteSerial,
        List<String> demonstrationPrefixes,
        NetLimits limits,
        NetTransport transport) {
    /** The port registered for the Handle protocol. */
    public static final int HANDLE_PORT = 2641;
    /** The usual port of the Handle HTTP interface. */
    public static final int HTTP_PORT = 8000;

    private static final int HIGHEST = 65_535;

    public NodeFacesConfig {
        demonstrationPrefixes = List.copyOf(demonstrationPrefixes);
        requirePort("Handle port", handlePort);
        requirePort("HTTP port", httpPort);
        if (siteSerial < 0 || siteSerial > HIGHEST) {
            throw new IllegalArgumentException("site serial " + siteSerial + " is outside 0.." + HIGHEST);
        }
    }

    /** The same on the default transport. */
    public NodeFacesConfig(
            InetAddress listen,
            InetAddress advertised,
            int handlePort,
            int httpPort,
            int siteSerial,
            List<String> demonstrationPrefixes,
            NetLimits limits) {
        this(listen, advertised, handlePort, httpPort, siteSerial, demonstrationPrefixes, limits, NetTransport.DEFAULT);
    }

    /** Faces on one address, which is also the one advertised, with the default limits. */
    public static NodeFacesConfig on(InetAddress address, int handlePort, int httpPort) {
        return new NodeFacesConfig(address, address, handlePort, httpPort, 1, List.of(), NetLimits.DEFAULT);
    }

    /** The same, with handles under these prefixes shown as demonstration data. */
    public NodeFacesConfig withDemonstrationPrefixes(List<String> prefixes) {
        return new NodeFacesConfig(listen, advertised, handlePort, httpPort, siteSerial, prefixes, limits, transport);
    }

    public NodeFacesConfig withLimits(NetLimits other) {
        return new NodeFacesConfig(
                listen, advertised, handlePort, httpPort, siteSerial, demonstrationPrefixes, other, transport);
    }

    public NodeFacesConfig withTransport(NetTransport other) {
        return new NodeFacesConfig(
                listen, advertised, handlePort, httpPort, siteSerial, demonstrationPrefixes, limits, other);
    }

    private static void requirePort(String what, int port) {
        if (port < 0 || port > HIGHEST) {
            throw new IllegalArgumentException(what + " " + port + " is outside 0.." + HIGHEST);
        }
    }
}
