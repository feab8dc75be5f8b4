// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpServerKeepAliveHandler;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.tanma.handle.wire.WireLayout;
import org.tanma.handle.wire.WireLimits;
import org.tanma.resolver.limit.PeerGate;

/**
 * The Handle HTTP interface.
 *
 * <p>Limits: a request line of {@value #MOST_LINE_OCTETS} octets, which holds any handle with every octet
 * percent-encoded; {@value #MOST_HEADER_OCTETS} octets of headers; a body of {@value #MOST_BODY_OCTETS} octets. HTTPS comes on the
 * same port, told from HTTP by its first octet.
 */
final class HandleHttpServer implements AutoCloseable {
    private static final int MOST_LINE_OCTETS = 8_192;
    private static final int MOST_HEADER_OCTETS = 8_192;
    /** A record of the greatest size has twice the octets of a message when its data stand as base64 between names. */
    private static final int MOST_BODY_OCTETS = WireLayout.ENVELOPE_OCTETS + 2 * WireLimits.MESSAGE_OCTETS;

    private final TcpListener listener;

    private HandleHttpServer(TcpListener listener) {
        this.listener = listener;
    }

    /** Takes the port; no connection is taken before {@link #serve}. */
    static HandleHttpServer bind(NetSockets sockets, InetSocketAddress address, NetLimits limits) {
        return new HandleHttpServer(new TcpListener("Handle HTTP", sockets, address, limits));
    }

    int port() {
        return listener.port();
    }

    void serve(
            HttpAnswers answers,
            CachedHttpAnswers cached,
            Workers workers,
            PeerGate gate,
            Optional<TlsFace> tls,
            FaceWatch watch) {
        listener.serve(gate, handlers(answers, cached, workers, tls, watch));
    }

    /** What a connection's octets pass through, from the socket to the answer. */
    static TcpListener.Handlers handlers(
            HttpAnswers answers, CachedHttpAnswers cached, Workers workers, Optional<TlsFace> tls, FaceWatch watch) {
        HttpDecoderConfig limits = new HttpDecoderConfig()
                .setMaxInitialLineLength(MOST_LINE_OCTETS)
                .setMaxHeaderSize(MOST_HEADER_OCTETS);
        return (pipeline, requests, meter) -> {
            tls.ifPresent(face -> pipeline.addLast(new TlsOrPlain(face)));
            pipeline.addLast(
                    new CachedHttpHandler(cached, workers, meter, watch),
                    new HttpServerCodec(limits),
                    new HttpServerKeepAliveHandler(),
                    new HttpObjectAggregator(MOST_BODY_OCTETS),
                    requests,
                    new HttpRequestHandler(answers, workers, watch));
        };
    }

    int openConnections() {
        return listener.openConnections();
    }

    void stopListening() {
        listener.stopListening();
    }

    @Override
    public void close() {
        listener.close();
    }
}
