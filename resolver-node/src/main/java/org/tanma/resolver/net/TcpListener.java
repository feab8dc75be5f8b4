// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A port that takes connections, at most so many at a time, and closes those on which nothing moves.
 *
 * <p>A connection over the limit is closed as soon as it is made. Safe between threads.
 */
final class TcpListener implements AutoCloseable {
    private static final int BACKLOG = 1_024;

    private final NetLimits limits;
    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);
    private final Channel socket;
    private volatile Consumer<ChannelPipeline> handlers = pipeline -> {};

    /** Takes the port; no connection is taken before {@link #serve}. */
    TcpListener(String face, EventLoopGroup loops, InetSocketAddress address, NetLimits limits) {
        this.limits = limits;
        ChannelFuture bound = new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.AUTO_READ, false)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel connection) {
                        accept(connection);
                    }
                })
                .bind(address)
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new AddressUnavailableException(face, address, bound.cause());
        }
        this.socket = bound.channel();
    }

    private void accept(SocketChannel connection) {
        if (connections.size() >= limits.connections()) {
            connection.close();
            return;
        }
        connections.add(connection);
        connection
                .pipeline()
                .addLast(new IdleStateHandler(true, 0, 0, limits.idle().toMillis(), TimeUnit.MILLISECONDS));
        handlers.accept(connection.pipeline());
    }

    int port() {
        return ((InetSocketAddress) socket.localAddress()).getPort();
    }

    /** Takes connections and gives each these handlers, after one that tells of idleness. */
    void serve(Consumer<ChannelPipeline> connectionHandlers) {
        handlers = connectionHandlers;
        socket.config().setAutoRead(true);
    }

    /** Takes no more connections; those that are there go on. */
    void stopListening() {
        socket.close().awaitUninterruptibly();
    }

    @Override
    public void close() {
        stopListening();
        connections.close().awaitUninterruptibly();
    }
}
