// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import java.net.InetSocketAddress;

/** One port number, taken for TCP and for UDP. */
record HandlePorts(HandleTcpServer tcp, HandleUdpServer udp) implements AutoCloseable {
    /** How often another free number is tried when the one TCP was given is taken for UDP. */
    private static final int TRIES = 20;

    /** Takes the configured number, or one that is free for both when it is 0. */
    static HandlePorts bind(NetSockets sockets, NodeFacesConfig config) {
        for (int tried = 1; ; tried++) {
            InetSocketAddress address = new InetSocketAddress(config.listen(), config.handlePort());
            HandleTcpServer tcp = HandleTcpServer.bind(sockets, address, config.limits());
            try {
                InetSocketAddress same = new InetSocketAddress(config.listen(), tcp.port());
                return new HandlePorts(tcp, HandleUdpServer.bind(sockets, same));
            } catch (AddressUnavailableException e) {
                tcp.close();
                if (config.handlePort() != 0 || tried == TRIES) {
                    throw e;
                }
            }
        }
    }

    int number() {
        return tcp.port();
    }

    void stop() {
        tcp.stopListening();
        udp.stopReading();
    }

    @Override
    public void close() {
        tcp.close();
        udp.close();
    }
}
