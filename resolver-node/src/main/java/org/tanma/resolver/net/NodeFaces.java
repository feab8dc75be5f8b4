// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import java.net.InetSocketAddress;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanma.handle.wire.SiteRecord;
import org.tanma.resolver.limit.LimitCounts;
import org.tanma.resolver.limit.PeerGate;
import org.tanma.resolver.meter.AccessLog;
import org.tanma.resolver.meter.Face;
import org.tanma.resolver.meter.FaceCounts;
import org.tanma.resolver.net.dns.DnsResponder;
import org.tanma.resolver.net.rest.RestApi;
import org.tanma.resolver.net.rest.RestSessions;
import org.tanma.resolver.net.tls.TlsIdentity;
import org.tanma.resolver.protocol.ProtocolAnswers;
import org.tanma.resolver.resolve.ResolutionPipeline;

/**
 * All faces of one node: the Handle protocol on UDP and TCP, and Handle HTTP.
 *
 * <p>Opening takes all ports and then serves them, or none: {@link AddressUnavailableException} names the first that
 * cannot be had. Closing takes nothing new on, finishes what was asked, and ends every connection.
 */
public final class NodeFaces implements AutoCloseable {
    private static final long LIST_SECONDS = 2;

    private final NetSockets sockets;
    private final HandlePorts handle;
    private final HandleHttpServer http;
    private final Workers workers;
    private final NodeSite site;
    private final PeerGate gate;
    private final FaceCounts counts = new FaceCounts();
    private final ProtocolAnswers protocol;
    private final RestSessions sessions;
    private final List<X509Certificate> certificates;
    private final NodeFacesConfig config;
    private final AccessLog accessLog;
    private @Nullable DnsFace dns;

    private NodeFaces(
            NetSockets sockets,
            HandlePorts handle,
            HandleHttpServer http,
            NodeFacesConfig config,
            Optional<TlsIdentity> identity,
            NodeServices services) {
        this.sockets = sockets;
        this.handle = handle;
        this.http = http;
        this.config = config;
        this.accessLog = services.accessLog();
        this.workers = new Workers(config.limits());
        this.certificates = identity.map(TlsIdentity::chain).orElse(List.of());
        Optional<TlsFace> tls = identity.map(known -> new TlsFace(known, workers));
        this.site = services.site().map(NodeSite::of).orElseGet(() -> ownSite(config, identity, services));
        services.pipeline().standsAt(site.record());
        protocol = new ProtocolAnswers(
                new ProtocolAnswers.Parts(
                        services.pipeline(),
                        services.administration(),
                        services.authenticator(),
                        site.octets(),
                        site.record().serial(),
                        services.siteKey().map(KeyPair::getPrivate),
                        config.isPlainAdministration()),
                services.clock(),
                new SecureRandom());
        NativeAnswers answers = new NativeAnswers(services.pipeline(), site, protocol);
        ResolutionPipeline memory = services.pipeline().inMemory().orElse(null);
        CachedNativeAnswers cached = new CachedNativeAnswers(
                answers,
                memory == null ? null : new NativeAnswers(memory, site, protocol),
                services.cache(),
                services.clock());
        gate = PeerGate.of(config.limits().peers(), services.networks());
        sockets.repeat(() -> workers.tryRun(gate::refreshLists), LIST_SECONDS);
        handle.tcp().serve(cached, workers, gate, new FaceWatch(Face.TCP, counts, services.accessLog()));
        handle.udp().serve(cached, workers, gate, new FaceWatch(Face.UDP, counts, services.accessLog()));
        HandlePages pages = new HandlePages(
                services.pipeline(), services.clock(), config.demonstrationPrefixes(), services.proxy());
        boolean isPlain = config.isPlainAdministration();
        sessions = new RestSessions(services.clock());
        HttpAnswers web = webOf(services, services.pipeline(), answers, pages, isPlain);
        CachedHttpAnswers cachedWeb = new CachedHttpAnswers(
                web::answerPublic,
                memory == null ? null : webOf(services, memory, answers, pages, isPlain)::answerPublic,
                memory == null ? null : new DirectHttpAnswers(memory),
                services.cache(),
                services.clock());
        http.serve(web, cachedWeb, workers, gate, tls, new FaceWatch(Face.HTTP, counts, services.accessLog()));
    }

    /** Clients that come by HTTPS take a certificate of the key in the site record alone; so this way is named only then. */
    private NodeSite ownSite(NodeFacesConfig config, Optional<TlsIdentity> identity, NodeServices services) {
        NodeSite own =
                NodeSite.of(config.advertised(), handle.number(), http.port(), config.siteSerial(), services.siteKey());
        boolean isOfSiteKey = identity.isPresent()
                && services.siteKey()
                        .map(KeyPair::getPublic)
                        .filter(identity.get()::isOf)
                        .isPresent();
        return isOfSiteKey ? own.withHttps() : own;
    }

    private HttpAnswers webOf(
            NodeServices services,
            ResolutionPipeline pipeline,
            NativeAnswers answers,
            HandlePages pages,
            boolean isPlainAdministration) {
        RestApi rest = new RestApi(
                pipeline,
                services.administration(),
                services.authenticator(),
                site::record,
                sessions,
                isPlainAdministration);
        return new HttpAnswers(rest, answers, pages);
    }

    /** Takes the ports and serves what {@code services} offer. */
    public static NodeFaces open(NodeFacesConfig config, NodeServices services) {
        Optional<TlsIdentity> identity =
                config.tls().map(tls -> TlsIdentity.open(tls, config.advertised(), services.clock()));
        NetSockets sockets = NetSockets.open(config.transport());
        try {
            HandlePorts handle = HandlePorts.bind(sockets, config);
            try {
                InetSocketAddress address = new InetSocketAddress(config.listen(), config.httpPort());
                HandleHttpServer http = HandleHttpServer.bind(sockets, address, config.limits());
                return new NodeFaces(sockets, handle, http, config, identity, services);
            } catch (AddressUnavailableException e) {
                handle.close();
                throw e;
            }
        } catch (AddressUnavailableException e) {
            sockets.close();
            throw e;
        }
    }

    /**
     * Opens the DNS face too, on the same event loops, workers and limits: once, after the others.
     *
     * @param port by UDP and TCP; 0 a free one
     * @return the port taken
     * @throws AddressUnavailableException when it cannot be had; the other faces go on
     */
    public int openDns(int port, DnsResponder responder) {
        DnsFace opened = DnsFace.bind(sockets, new InetSocketAddress(config.listen(), port), config.limits());
        opened.serve(
                responder,
                workers,
                gate,
                new FaceWatch(Face.DNS_UDP, counts, accessLog),
                new FaceWatch(Face.DNS_TCP, counts, accessLog));
        dns = opened;
        return opened.port();
    }

    /** The port of the Handle protocol, by UDP and TCP. */
    public int handlePort() {
        return handle.number();
    }

    public int httpPort() {
        return http.port();
    }

    /** What the node answers when asked for its site: also what a prefix handle's {@code HS_SITE} value holds. */
    public SiteRecord site() {
        return site.record();
    }

    /** What HTTPS shows, the node's own certificate first; empty without HTTPS. */
    public List<X509Certificate> certificates() {
        return certificates;
    }

    /** How often each limit on peers did something since the start. */
    public LimitCounts limitCounts() {
        return gate.counts();
    }

    /** What was answered since the start. */
    public FaceCounts counts() {
        return counts;
    }

    /** What is in hand now. */
    public NodeLoad load() {
        return new NodeLoad(
                workers.working(),
                workers.waiting(),
                handle.tcp().openConnections(),
                http.openConnections(),
                protocol.openSessions(),
                protocol.pendingChallenges(),
                sessions.size());
    }

    @Override
    public void close() {
        DnsFace names = dns;
        handle.stop();
        http.stopListening();
        if (names != null) {
            names.stop();
        }
        workers.close();
        if (names != null) {
            names.close();
        }
        handle.close();
        http.close();
        sockets.close();
    }
}
