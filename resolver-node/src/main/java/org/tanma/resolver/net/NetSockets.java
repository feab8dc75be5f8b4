// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.unix.UnixChannelOption;
import java.util.concurrent.TimeUnit;

/** The event loops of the faces, and how sockets on them are made. Closing ends the loops. */
final class NetSockets implements AutoCloseable {
    private static final int DATAGRAM_OCTETS = 4_096;
    private static final int DATAGRAMS_A_READ = 32;
    /** Netty's adaptive one takes large buffers, as for many datagrams at once, from the system each time. */
    private static final ByteBufAllocator MEMORY = PooledByteBufAllocator.DEFAULT;

    private static final int SOCKET_BUFFER_OCTETS = 1 << 20;
    private static final int FIRST_READ_OCTETS = 4_096;
    private static final int MOST_READ_OCTETS = 65_536;
    private static final long CLOSE_SECONDS = 10;

    private final NetTransport transport;
    private final EventLoopGroup loops;

    private NetSockets(NetTransport transport, EventLoopGroup loops) {
        this.transport = transport;
        this.loops = loops;
    }

    static NetSockets open(NetTransport transport) {
        return new NetSockets(
                transport,
                new MultiThreadIoEventLoopGroup(
                        transport.loops(),
                        transport.isEpoll() ? EpollIoHandler.newFactory() : NioIoHandler.newFactory()));
    }

    /** A port that will take connections. */
    ServerBootstrap listening() {
        return new ServerBootstrap()
                .group(loops)
                .channel(transport.isEpoll() ? EpollServerSocketChannel.class : NioServerSocketChannel.class)
                .childOption(ChannelOption.ALLOCATOR, MEMORY)
                .childOption(
                        ChannelOption.RECVBUF_ALLOCATOR,
                        new AdaptiveRecvByteBufAllocator(64, FIRST_READ_OCTETS, MOST_READ_OCTETS));
    }

    /** A socket for datagrams, several of which are read and sent at one call where that is to be had. */
    Bootstrap datagrams() {
        Bootstrap socket = new Bootstrap()
                .group(loops)
                .option(ChannelOption.ALLOCATOR, MEMORY)
                .option(ChannelOption.SO_RCVBUF, SOCKET_BUFFER_OCTETS);
        if (!transport.isEpoll()) {
            return socket.channel(NioDatagramChannel.class)
                    .option(ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(DATAGRAM_OCTETS));
        }
        return socket.channel(EpollDatagramChannel.class)
                .option(UnixChannelOption.SO_REUSEPORT, true)
                .option(EpollChannelOption.MAX_DATAGRAM_PAYLOAD_SIZE, DATAGRAM_OCTETS)
                .option(
                        ChannelOption.RECVBUF_ALLOCATOR,
                        new FixedRecvByteBufAllocator(DATAGRAM_OCTETS * DATAGRAMS_A_READ));
    }

    /** Runs a task, which must be quick, every so many seconds. */
    void repeat(Runnable task, long seconds) {
        loops.scheduleWithFixedDelay(task, seconds, seconds, TimeUnit.SECONDS);
    }

    /** How many sockets may share one UDP port. */
    int datagramSockets() {
        return transport.isEpoll() ? transport.loops() : 1;
    }

    @Override
    public void close() {
        loops.shutdownGracefully(0, CLOSE_SECONDS, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
