// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.bench;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpServerCodec;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The least a server written with Netty can do: read a question, answer always the same octets.
 *
 * <p>By UDP and TCP it copies the request id, nothing more; by HTTP it is Netty's codec and one prepared body. Where the
 * system can, each event loop has a UDP socket of its own on the one port.
 */
final class FloorServer implements AutoCloseable {
    private static final int SOCKET_BUFFER_OCTETS = 1 << 21;
    private static final int BACKLOG = 1_024;
    private static final int LEAST_READ_OCTETS = 64;
    private static final int FIRST_READ_OCTETS = 4_096;
    private static final int MOST_READ_OCTETS = 65_536;
    private static final int DATAGRAMS_A_READ = 32;
    private static final int DATAGRAM_OCTETS = 4_096;

    private final EventLoopGroup loops;
    private final List<Channel> sockets = new ArrayList<>();

    private FloorServer(EventLoopGroup loops) {
        this.loops = loops;
    }

    /** Listens on a free port of the loopback address. */
    static FloorServer open(SampleAnswer answer, LoopKind kind, int threads) {
        FloorServer server = new FloorServer(kind.group(threads));
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        if (answer.transport() == Transport.UDP) {
            server.bindDatagrams(answer, kind, threads, any);
        } else {
            server.bindStream(answer, kind, any);
        }
        return server;
    }

    private void bindDatagrams(SampleAnswer answer, LoopKind kind, int threads, InetSocketAddress any) {
        Bootstrap bootstrap = new Bootstrap()
                .group(loops)
                .channel(kind.datagramChannel())
                .option(ChannelOption.ALLOCATOR, PooledByteBufAllocator.DEFAULT)
                .option(ChannelOption.SO_RCVBUF, SOCKET_BUFFER_OCTETS)
                .option(ChannelOption.SO_SNDBUF, SOCKET_BUFFER_OCTETS)
                .option(
                        ChannelOption.RECVBUF_ALLOCATOR,
                        new FixedRecvByteBufAllocator(DATAGRAMS_A_READ * DATAGRAM_OCTETS))
                .handler(new FloorDatagrams(answer.octets()));
        boolean isShared = kind == LoopKind.EPOLL;
        if (isShared) {
            bootstrap
                    .option(EpollChannelOption.SO_REUSEPORT, true)
                    .option(EpollChannelOption.MAX_DATAGRAM_PAYLOAD_SIZE, DATAGRAM_OCTETS);
        }
        Channel first = bootstrap.bind(any).syncUninterruptibly().channel();
        sockets.add(first);
        for (int i = 1; isShared && i < threads; i++) {
            sockets.add(
                    bootstrap.bind(first.localAddress()).syncUninterruptibly().channel());
        }
    }

    private void bindStream(SampleAnswer answer, LoopKind kind, InetSocketAddress any) {
        sockets.add(new ServerBootstrap()
                .group(loops)
                .channel(kind.serverChannel())
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .childOption(ChannelOption.ALLOCATOR, PooledByteBufAllocator.DEFAULT)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(
                        ChannelOption.RECVBUF_ALLOCATOR,
                        new AdaptiveRecvByteBufAllocator(LEAST_READ_OCTETS, FIRST_READ_OCTETS, MOST_READ_OCTETS))
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel connection) {
                        connection.pipeline().addLast(handlers(answer));
                    }
                })
                .bind(any)
                .syncUninterruptibly()
                .channel());
    }

    private static ChannelHandler[] handlers(SampleAnswer answer) {
        return answer.transport() == Transport.HTTP
                ? new ChannelHandler[] {new HttpServerCodec(), new FloorHttp(answer)}
                : new ChannelHandler[] {new FloorStream(answer.octets())};
    }

    InetSocketAddress address() {
        return (InetSocketAddress) sockets.get(0).localAddress();
    }

    @Override
    public void close() {
        sockets.forEach(socket -> socket.close().awaitUninterruptibly());
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
