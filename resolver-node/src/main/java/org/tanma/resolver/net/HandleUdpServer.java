// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerAdapter;
import io.netty.channel.ChannelOption;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.tanma.resolver.limit.PeerGate;

/**
 * The Handle protocol over UDP.
 *
 * <p>An answer takes {@value #MOST_DATAGRAMS} datagrams at most, so that a forged sender's address draws little on its
 * owner. A longer answer is not sent at all: in its place goes one datagram with response code 2 (error) and a sentence
 * that names TCP. What clients make of such answers was tried with handle-client 9.3.1: after code 2 it asks by TCP at
 * once, in the same call; after codes 3 and 4 it gives up; after a first datagram whose others never come it asks twice
 * more by UDP and only after 3 s by TCP; after a whole answer cut to its header it asks twice more by UDP, then by TCP.
 */
final class HandleUdpServer implements AutoCloseable {
    /** Most datagrams of one answer. */
    static final int MOST_DATAGRAMS = 2;

    private static final String FACE = "the Handle protocol by UDP";

    private final List<Channel> sockets;

    private HandleUdpServer(List<Channel> sockets) {
        this.sockets = sockets;
    }

    /** Takes the port with as many sockets as may share it; nothing is read before {@link #serve}. */
    static HandleUdpServer bind(NetSockets sockets, InetSocketAddress address) {
        List<Channel> bound = new ArrayList<>();
        for (int i = 0; i < sockets.datagramSockets(); i++) {
            ChannelFuture socket = sockets.datagrams()
                    .option(ChannelOption.AUTO_READ, false)
                    .handler(new ChannelHandlerAdapter() {})
                    .bind(address)
                    .awaitUninterruptibly();
            if (!socket.isSuccess()) {
                bound.forEach(Channel::close);
                throw new AddressUnavailableException(FACE, address, socket.cause());
            }
            bound.add(socket.channel());
        }
        return new HandleUdpServer(bound);
    }

    void serve(CachedNativeAnswers answers, Workers workers, PeerGate gate, FaceWatch watch) {
        for (Channel socket : sockets) {
            socket.pipeline()
                    .addLast(new DatagramGate(gate, answers.natives()), new UdpRequestHandler(answers, workers, watch));
            socket.config().setAutoRead(true);
        }
    }

    /** Reads no more; answers under way are still sent. */
    void stopReading() {
        sockets.forEach(socket -> socket.config().setAutoRead(false));
    }

    @Override
    public void close() {
        sockets.forEach(socket -> socket.close().awaitUninterruptibly());
    }
}
