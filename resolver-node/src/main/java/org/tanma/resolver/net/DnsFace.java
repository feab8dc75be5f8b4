// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.LengthFieldBasedFrameDecoder;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.tanma.resolver.limit.PeerGate;
import org.tanma.resolver.net.dns.DnsResponder;

/**
 * DNS on one port number, by UDP and by TCP (RFC 7766: any number of questions on a connection, each behind two octets of
 * length).
 *
 * <p>Takes part in the node's limits on peers: what comes by UDP over a network's rate is dropped, or told to come by TCP.
 */
final class DnsFace implements AutoCloseable {
    /** How often another free number is tried when the one TCP was given is taken for UDP. */
    private static final int TRIES = 20;

    private static final int LENGTH_OCTETS = 2;

    private final TcpListener tcp;
    private final List<Channel> udp;

    private DnsFace(TcpListener tcp, List<Channel> udp) {
        this.tcp = tcp;
        this.udp = udp;
    }

    /** Takes the port; nothing is read before {@link #serve}. */
    static DnsFace bind(NetSockets sockets, InetSocketAddress address, NetLimits limits) {
        for (int tried = 1; ; tried++) {
            TcpListener tcp = new TcpListener("DNS by TCP", sockets, address, limits);
            try {
                return new DnsFace(tcp, datagrams(sockets, new InetSocketAddress(address.getAddress(), tcp.port())));
            } catch (AddressUnavailableException e) {
                tcp.close();
                if (address.getPort() != 0 || tried == TRIES) {
                    throw e;
                }
            }
        }
    }

    private static List<Channel> datagrams(NetSockets sockets, InetSocketAddress address) {
        List<Channel> bound = new ArrayList<>();
        for (int i = 0; i < sockets.datagramSockets(); i++) {
            ChannelFuture socket = sockets.datagrams()
                    .option(ChannelOption.AUTO_READ, false)
                    .handler(new ChannelHandlerAdapter() {})
                    .bind(address)
                    .awaitUninterruptibly();
            if (!socket.isSuccess()) {
                bound.forEach(Channel::close);
                throw new AddressUnavailableException("DNS by UDP", address, socket.cause());
            }
            bound.add(socket.channel());
        }
        return bound;
    }

    void serve(DnsResponder responder, Workers workers, PeerGate gate, FaceWatch datagrams, FaceWatch connections) {
        tcp.serve(
                gate,
                (pipeline, requests, meter) -> pipeline.addLast(
                        new LengthFieldBasedFrameDecoder(
                                DnsResponder.MOST_DATAGRAM + LENGTH_OCTETS, 0, LENGTH_OCTETS, 0, LENGTH_OCTETS),
                        requests,
                        new DnsTcpHandler(responder, workers, connections)));
        for (Channel socket : udp) {
            socket.pipeline().addLast(new DnsUdpHandler(responder, workers, gate, datagrams));
            socket.config().setAutoRead(true);
        }
    }

    int port() {
        return tcp.port();
    }

    /** Takes nothing new on; answers under way are still sent. */
    void stop() {
        tcp.stopListening();
        udp.forEach(socket -> socket.config().setAutoRead(false));
    }

    @Override
    public void close() {
        tcp.close();
        udp.forEach(socket -> socket.close().awaitUninterruptibly());
    }
}
