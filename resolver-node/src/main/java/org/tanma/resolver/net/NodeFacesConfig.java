// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.tanma.resolver.net.tls.TlsConfig;

/**
 * Where the faces listen and what they say of themselves.
 *
 * <p>Shape: {@code listen} is the address bound, {@code advertised} the one the site record names, which differs when the
 * node listens on all addresses or behind a forwarder. Ports 0..65535, where 0 takes a free one; UDP and TCP share {@code
 * handlePort}. {@code siteSerial} 0..65535 grows whenever the site record changes. Pages of handles under {@code
 * demonstrationPrefixes} say that they show demonstration data. With {@code tls} the HTTP port takes HTTPS too. Credentials
 * and changes are taken over plain HTTP from this machine alone, unless {@code isPlainAdministration}.
 */
public record NodeFacesConfig(
        InetAddress listen,
        InetAddress advertised,
        int handlePort,
        int httpPort,
        int siteSerial,
        List<String> demonstrationPrefixes,
        NetLimits limits,
        NetTransport transport,
        Optional<TlsConfig> tls,
        boolean isPlainAdministration) {
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

    /** On the default transport, without TLS. */
    public NodeFacesConfig(
            InetAddress listen,
            InetAddress advertised,
            int handlePort,
            int httpPort,
            int siteSerial,
            List<String> demonstrationPrefixes,
            NetLimits limits) {
        this(
                listen,
                advertised,
                handlePort,
                httpPort,
                siteSerial,
                demonstrationPrefixes,
                limits,
                NetTransport.DEFAULT,
                Optional.empty(),
                false);
    }

    /** Faces on one address, which is also the one advertised, with the default limits. */
    public static NodeFacesConfig on(InetAddress address, int handlePort, int httpPort) {
        return new NodeFacesConfig(address, address, handlePort, httpPort, 1, List.of(), NetLimits.DEFAULT);
    }

    /** The same, with handles under these prefixes shown as demonstration data. */
    public NodeFacesConfig withDemonstrationPrefixes(List<String> prefixes) {
        return new NodeFacesConfig(
                listen,
                advertised,
                handlePort,
                httpPort,
                siteSerial,
                prefixes,
                limits,
                transport,
                tls,
                isPlainAdministration);
    }

    public NodeFacesConfig withLimits(NetLimits other) {
        return new NodeFacesConfig(
                listen,
                advertised,
                handlePort,
                httpPort,
                siteSerial,
                demonstrationPrefixes,
                other,
                transport,
                tls,
                isPlainAdministration);
    }

    public NodeFacesConfig withTransport(NetTransport other) {
        return new NodeFacesConfig(
                listen,
                advertised,
                handlePort,
                httpPort,
                siteSerial,
                demonstrationPrefixes,
                limits,
                other,
                tls,
                isPlainAdministration);
    }

    /** HTTPS on the HTTP port too, with this key and certificate. */
    public NodeFacesConfig withTls(TlsConfig config) {
        return new NodeFacesConfig(
                listen,
                advertised,
                handlePort,
                httpPort,
                siteSerial,
                demonstrationPrefixes,
                limits,
                transport,
                Optional.of(config),
                isPlainAdministration);
    }

    /** Credentials and changes are taken over plain HTTP from other machines too: where the network itself is closed. */
    public NodeFacesConfig withPlainAdministration() {
        return new NodeFacesConfig(
                listen,
                advertised,
                handlePort,
                httpPort,
                siteSerial,
                demonstrationPrefixes,
                limits,
                transport,
                tls,
                true);
    }

    private static void requirePort(String what, int port) {
        if (port < 0 || port > HIGHEST) {
            throw new IllegalArgumentException(what + " " + port + " is outside 0.." + HIGHEST);
        }
    }
}
