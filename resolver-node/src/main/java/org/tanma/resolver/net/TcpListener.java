// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.tanma.resolver.limit.ConnectionTable;
import org.tanma.resolver.limit.PeerAddress;
import org.tanma.resolver.limit.PeerGate;

/**
 * A port that takes connections, at most so many at a time and of one peer, and closes those on which nothing moves or that
 * move too slowly.
 *
 * <p>A connection over a limit is closed as soon as it is made. Safe between threads.
 */
final class TcpListener implements AutoCloseable {
    private static final int BACKLOG = 1_024;

    private final NetLimits limits;
    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);
    private final Channel socket;
    private volatile Consumer<SocketChannel> opened = Channel::close;

    /** Takes the port; no connection is taken before {@link #serve}. */
    TcpListener(String face, NetSockets sockets, InetSocketAddress address, NetLimits limits) {
        this.limits = limits;
        ChannelFuture bound = sockets.listening()
                .option(ChannelOption.AUTO_READ, false)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel connection) {
                        opened.accept(connection);
                    }
                })
                .bind(address)
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new AddressUnavailableException(face, address, bound.cause());
        }
        this.socket = bound.channel();
    }

    private void accept(SocketChannel connection, PeerGate gate, ConnectionTable table, Handlers handlers) {
        InetSocketAddress peer = connection.remoteAddress();
        if (peer == null) {
            connection.close();
            return;
        }
        long high = PeerAddress.high(peer.getAddress());
        long low = PeerAddress.low(peer.getAddress());
        if (!table.enter(high, low)) {
            connection.close();
            return;
        }
        connection.closeFuture().addListener(closed -> table.leave(high, low));
        connections.add(connection);
        ConnectionWatch watch = new ConnectionWatch(gate, high, low);
        connection
                .pipeline()
                .addLast(new IdleStateHandler(true, 0, 0, limits.idle().toMillis(), TimeUnit.MILLISECONDS), watch);
        handlers.add(
                connection.pipeline(),
                new RequestGate(gate, watch, high, low),
                new RequestMeter(gate, watch, high, low));
    }

    int port() {
        return ((InetSocketAddress) socket.localAddress()).getPort();
    }

    /** Takes connections that the gate lets in and gives each these handlers, after those that watch over it. */
    void serve(PeerGate gate, Handlers handlers) {
        ConnectionTable table = gate.connections(limits.connections());
        opened = connection -> accept(connection, gate, table, handlers);
        socket.config().setAutoRead(true);
    }

    int openConnections() {
        return connections.size();
    }

    /** Takes no more connections; those that are there go on. */
    void stopListening() {
        socket.close().awaitUninterruptibly();
    }

    /**
     * Adds the handlers of one connection: those that read octets count requests by the meter; those that read decoded
     * requests stand behind the gate.
     */
    @FunctionalInterface
    interface Handlers {
        void add(ChannelPipeline pipeline, RequestGate requests, RequestMeter meter);
    }

    @Override
    public void close() {
        stopListening();
        connections.close().awaitUninterruptibly();
    }
}
