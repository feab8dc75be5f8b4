// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.tanma.handle.wire.SiteInterface;
import org.tanma.handle.wire.SiteRecord;
import org.tanma.handle.wire.SiteServer;
import org.tanma.resolver.net.NetLimits;
import org.tanma.resolver.net.SiteFiles;
import org.tanma.resolver.resolve.ParentResolver;
import org.tanma.resolver.resolve.PatientParent;
import org.tanma.resolver.resolve.RecursionConfig;
import org.tanma.resolver.resolve.SiteShare;

/**
 * The node's place among other servers: the site it is one of, and the resolver it asks for handles of others.
 *
 * <p>Errors: {@link StartRefusedException} when the site does not name this node, or the resolver would be the node itself.
 */
final class NodeNaming implements AutoCloseable {
    private static final int HANDLE_PORT = 2641;

    private final Optional<SiteRecord> site;
    private final SiteShare share;
    private final Optional<RemoteParent> remote;
    private final ParentResolver parent;

    private NodeNaming(
            Optional<SiteRecord> site, SiteShare share, Optional<RemoteParent> remote, ParentResolver parent) {
        this.site = site;
        this.share = share;
        this.remote = remote;
        this.parent = parent;
    }

    static NodeNaming of(NodeConfig config, int siteSerial, InstantSource clock) {
        Optional<SiteRecord> site = config.naming().siteFile().map(NodeNaming::read);
        SiteShare share = site.map(record -> SiteShare.of(record, numberIn(record, config)))
                .orElseGet(() -> SiteShare.whole(siteSerial));
        Optional<RemoteParent> remote = config.naming().parent().map(url -> connect(url, config));
        ParentResolver parent = remote.<ParentResolver>map(
                        one -> new PatientParent(one, RecursionConfig.DEFAULT, clock))
                .orElse(ParentResolver.NONE);
        return new NodeNaming(site, share, remote, parent);
    }

    private static SiteRecord read(Path file) {
        try {
            return SiteFiles.read(file);
        } catch (IOException e) {
            throw new StartRefusedException("--site " + file + " cannot be used (" + e.getMessage() + ").", e);
        }
    }

    private static int numberIn(SiteRecord site, NodeConfig config) {
        for (int i = 0; i < site.servers().size(); i++) {
            if (isAt(site.servers().get(i), config)) {
                return i;
            }
        }
        throw new StartRefusedException(
                "--site names no server at " + config.urls().getOrDefault("handle", "")
                        + "; its servers are where this node and its fellows listen.");
    }

    private static boolean isAt(SiteServer server, NodeConfig config) {
        return server.inetAddress().equals(config.advertised())
                && server.interfaces().stream()
                        .filter(one -> one.protocol() == SiteInterface.UDP || one.protocol() == SiteInterface.TCP)
                        .anyMatch(one -> one.port() == config.handlePort());
    }

    private static RemoteParent connect(URI url, NodeConfig config) {
        int port = url.getPort() < 0 ? HANDLE_PORT : url.getPort();
        try {
            RemoteParent remote = RemoteParent.at(url.toString());
            InetAddress address = InetAddress.getByName(url.getHost());
            boolean isHere = address.equals(config.advertised()) || address.equals(config.host());
            if (isHere && port == config.handlePort()) {
                remote.close();
                throw new StartRefusedException("--parent " + url + " is this node itself; name another resolver.");
            }
            return remote;
        } catch (IllegalArgumentException | UnknownHostException e) {
            throw new StartRefusedException(
                    "--parent '" + url + "' is no resolver's address; allowed: handle://HOST:PORT.", e);
        }
    }

    SiteShare share() {
        return share;
    }

    Optional<SiteRecord> site() {
        return site;
    }

    ParentResolver parent() {
        return parent;
    }

    /** Workers besides those for the node's own records, since a question to the parent keeps one waiting. */
    NetLimits widen(NetLimits limits) {
        int more = remote.isPresent() ? RecursionConfig.DEFAULT.concurrent() : 0;
        return new NetLimits(
                limits.connections(), limits.idle(), limits.workers() + more, limits.waiting(), limits.peers());
    }

    @Override
    public void close() {
        remote.ifPresent(RemoteParent::close);
    }
}
