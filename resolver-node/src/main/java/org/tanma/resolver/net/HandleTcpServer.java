// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import java.net.InetSocketAddress;
import org.tanma.resolver.limit.PeerGate;

/**
 * The Handle protocol over TCP: any number of requests on a connection, each answered in one piece and in order.
 *
 * <p>A request may follow before the one before is answered. The keep-alive flag is echoed and changes nothing: clients
 * that set it rely on the connection staying open, clients that do not close it themselves.
 */
final class HandleTcpServer implements AutoCloseable {
    private final TcpListener listener;

    private HandleTcpServer(TcpListener listener) {
        this.listener = listener;
    }

    /** Takes the port; no connection is taken before {@link #serve}. */
    static HandleTcpServer bind(NetSockets sockets, InetSocketAddress address, NetLimits limits) {
        return new HandleTcpServer(new TcpListener("the Handle protocol by TCP", sockets, address, limits));
    }

    int port() {
        return listener.port();
    }

    void serve(CachedNativeAnswers answers, Workers workers, PeerGate gate, FaceWatch watch) {
        listener.serve(
                gate,
                (pipeline, requests, meter) -> pipeline.addLast(new TcpRequestHandler(answers, workers, meter, watch)));
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
