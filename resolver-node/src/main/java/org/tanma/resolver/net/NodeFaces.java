// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.tanma.handle.wire.SiteRecord;
import org.tanma.resolver.limit.LimitCounts;
import org.tanma.resolver.limit.PeerGate;
import org.tanma.resolver.net.rest.RestApi;

/**
 * All faces of one node: the Handle protocol on UDP and TCP, and Handle HTTP.
 *
 * <p>Opening takes all ports and then serves them, or none: {@link AddressUnavailableException} names the first that
 * cannot be had. Closing takes nothing new on, finishes what was asked, and ends every connection.
 */
public final class NodeFaces implements AutoCloseable {
    private static final long CLOSE_SECONDS = 10;
    private static final long LIST_SECONDS = 2;

    private final EventLoopGroup loops;
    private final HandlePorts handle;
    private final HandleHttpServer http;
    private final Workers workers;
    private final NodeSite site;
    private final PeerGate gate;

    private NodeFaces(
            EventLoopGroup loops,
            HandlePorts handle,
            HandleHttpServer http,
            NodeFacesConfig config,
            NodeServices services) {
        this.loops = loops;
        this.handle = handle;
        this.http = http;
        this.workers = new Workers(config.limits());
        this.site = NodeSite.of(config.advertised(), handle.number(), http.port(), config.siteSerial());
        services.pipeline().standsAt(site.record());
        NativeAnswers answers = new NativeAnswers(services.pipeline(), site);
        gate = PeerGate.of(config.limits().peers(), services.networks());
        loops.scheduleWithFixedDelay(
                () -> workers.tryRun(gate::refreshLists), LIST_SECONDS, LIST_SECONDS, TimeUnit.SECONDS);
        handle.tcp().serve(answers, workers, gate);
        handle.udp().serve(answers, workers, gate);
        HandlePages pages = new HandlePages(
                services.pipeline(), services.clock(), config.demonstrationPrefixes(), services.proxy());
        RestApi rest = new RestApi(
                services.pipeline(),
                services.administration(),
                services.authenticator(),
                site::record,
                services.clock(),
                false);
        http.serve(new HttpAnswers(rest, answers, pages), workers, gate);
    }

    /** Takes the ports and serves what {@code services} offer. */
    public static NodeFaces open(NodeFacesConfig config, NodeServices services) {
        EventLoopGroup loops = new MultiThreadIoEventLoopGroup(NioIoHandler.newFactory());
        try {
            HandlePorts handle = HandlePorts.bind(loops, config);
            try {
                InetSocketAddress address = new InetSocketAddress(config.listen(), config.httpPort());
                HandleHttpServer http = HandleHttpServer.bind(loops, address, config.limits());
                return new NodeFaces(loops, handle, http, config, services);
            } catch (AddressUnavailableException e) {
                handle.close();
                throw e;
            }
        } catch (AddressUnavailableException e) {
            end(loops);
            throw e;
        }
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

    /** How often each limit on peers did something since the start. */
    public LimitCounts limitCounts() {
        return gate.counts();
    }

    @Override
    public void close() {
        handle.stop();
        http.stopListening();
        workers.close();
        handle.close();
        http.close();
        end(loops);
    }

    private static void end(EventLoopGroup loops) {
        loops.shutdownGracefully(0, CLOSE_SECONDS, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
