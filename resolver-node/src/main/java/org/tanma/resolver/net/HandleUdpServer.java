// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.socket.nio.NioDatagramChannel;
import java.net.InetSocketAddress;
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
    private static final int RECEIVE_OCTETS = 4_096;
    private static final int SOCKET_BUFFER_OCTETS = 1 << 20;

    private final Channel socket;

    private HandleUdpServer(Channel socket) {
        this.socket = socket;
    }

    /** Takes the port; nothing is read before {@link #serve}. */
    static HandleUdpServer bind(EventLoopGroup loops, InetSocketAddress address) {
        ChannelFuture bound = new Bootstrap()
                .group(loops)
                .channel(NioDatagramChannel.class)
                .option(ChannelOption.AUTO_READ, false)
                .option(ChannelOption.SO_RCVBUF, SOCKET_BUFFER_OCTETS)
                .option(ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(RECEIVE_OCTETS))
                .handler(new ChannelHandlerAdapter() {})
                .bind(address)
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new AddressUnavailableException(FACE, address, bound.cause());
        }
        return new HandleUdpServer(bound.channel());
    }

    int port() {
        return ((InetSocketAddress) socket.localAddress()).getPort();
    }

    void serve(NativeAnswers answers, Workers workers, PeerGate gate) {
        socket.pipeline().addLast(new DatagramGate(gate, answers), new UdpRequestHandler(answers, workers));
        socket.config().setAutoRead(true);
    }

    /** Reads no more; answers under way are still sent. */
    void stopReading() {
        socket.config().setAutoRead(false);
    }

    @Override
    public void close() {
        socket.close().awaitUninterruptibly();
    }
}
