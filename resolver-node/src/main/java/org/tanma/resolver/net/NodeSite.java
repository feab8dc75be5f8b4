// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import java.net.InetAddress;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tanma.handle.wire.KeyRecord;
import org.tanma.handle.wire.MessageEnvelope;
import org.tanma.handle.wire.Octets;
import org.tanma.handle.wire.SiteInterface;
import org.tanma.handle.wire.SiteRecord;
import org.tanma.handle.wire.SiteServer;
import org.tanma.handle.wire.WireFormatException;

/**
 * What the node says of itself: a site it was told, else a primary site of one server that resolves by UDP, TCP and HTTP,
 * administers by the latter two, and signs with the key it names.
 */
record NodeSite(SiteRecord record, Octets octets) {
    private static final int FORMAT_VERSION = 1;
    private static final int SERVER_ID = 1;

    static NodeSite of(InetAddress address, int handlePort, int httpPort, int serial, Optional<KeyPair> siteKey) {
        SiteServer keyless = SiteServer.of(
                SERVER_ID,
                address,
                List.of(
                        SiteInterface.forResolution(SiteInterface.UDP, handlePort),
                        new SiteInterface(true, true, SiteInterface.TCP, handlePort),
                        new SiteInterface(true, true, SiteInterface.HTTP, httpPort)));
        SiteServer server = new SiteServer(SERVER_ID, keyless.address(), publicKey(siteKey), keyless.interfaces());
        SiteRecord record = new SiteRecord(
                FORMAT_VERSION,
                MessageEnvelope.MAJOR_VERSION,
                MessageEnvelope.MINOR_VERSION,
                serial,
                true,
                false,
                SiteRecord.HashOption.WHOLE_HANDLE,
                Octets.EMPTY,
                List.of(),
                List.of(server));
        return of(record);
    }

    /** The same whose server also takes HTTPS, on the port of HTTP. */
    NodeSite withHttps() {
        List<SiteServer> servers = new ArrayList<>();
        for (SiteServer server : record.servers()) {
            List<SiteInterface> interfaces = new ArrayList<>(server.interfaces());
            for (SiteInterface one : server.interfaces()) {
                if (one.protocol() == SiteInterface.HTTP) {
                    interfaces.add(new SiteInterface(
                            one.isForAdmin(), one.isForResolution(), SiteInterface.HTTPS, one.port()));
                }
            }
            servers.add(new SiteServer(server.id(), server.address(), server.publicKey(), interfaces));
        }
        return of(new SiteRecord(
                record.formatVersion(),
                record.majorVersion(),
                record.minorVersion(),
                record.serial(),
                record.isPrimary(),
                record.isMultiPrimary(),
                record.hashOption(),
                record.hashFilter(),
                record.attributes(),
                servers));
    }

    /** A site that is known already; {@link IllegalArgumentException} when it is too large for its wire form. */
    static NodeSite of(SiteRecord record) {
        try {
            return new NodeSite(record, Octets.of(record.encode()));
        } catch (WireFormatException e) {
            throw new IllegalArgumentException("the site has no wire form: " + e.getMessage(), e);
        }
    }

    private static Octets publicKey(Optional<KeyPair> siteKey) {
        try {
            return siteKey.isPresent()
                    ? Octets.of(KeyRecord.encode(siteKey.get().getPublic()))
                    : Octets.EMPTY;
        } catch (WireFormatException e) {
            throw new IllegalStateException("a key of usual size has a wire form", e);
        }
    }

    byte[] encoded() {
        return octets.toArray();
    }
}
