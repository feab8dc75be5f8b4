// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DatagramPacket;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.tanma.handle.wire.ResponseCode;
import org.tanma.handle.wire.UdpFragments;
import org.tanma.handle.wire.WireFormatException;
import org.tanma.handle.wire.WireLayout;
import org.tanma.handle.wire.WireLimits;

/**
 * Answers datagrams, those that were there to be read at one time by one worker.
 *
 * <p>Drops what comes while no worker is free, what is too short for an envelope, and answers. A request sent in several
 * datagrams is told once, at its first, to come by TCP. Ownership: releases each datagram once it is answered or dropped.
 */
final class UdpRequestHandler extends ChannelInboundHandlerAdapter {
    /** Most octets of an answer, without envelopes. */
    static final int MOST_OCTETS = HandleUdpServer.MOST_DATAGRAMS * WireLimits.FRAGMENT_OCTETS;

    private final NativeAnswers answers;
    private final Workers workers;
    private List<DatagramPacket> arrived = new ArrayList<>();

    UdpRequestHandler(NativeAnswers answers, Workers workers) {
        this.answers = answers;
        this.workers = workers;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        arrived.add((DatagramPacket) message);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (arrived.isEmpty()) {
            return;
        }
        List<DatagramPacket> batch = arrived;
        arrived = new ArrayList<>();
        if (!workers.tryRun(() -> answer(context, batch))) {
            batch.forEach(DatagramPacket::release);
        }
    }

    /** On a worker. */
    private void answer(ChannelHandlerContext context, List<DatagramPacket> batch) {
        ResolutionRequestView view = new ResolutionRequestView();
        List<DatagramPacket> out = new ArrayList<>(batch.size());
        try {
            for (DatagramPacket datagram : batch) {
                answer(context, datagram, view, out);
            }
        } finally {
            batch.forEach(DatagramPacket::release);
            context.executor().execute(() -> {
                out.forEach(context::write);
                context.flush();
            });
        }
    }

    private void answer(
            ChannelHandlerContext context,
            DatagramPacket datagram,
            ResolutionRequestView view,
            List<DatagramPacket> out) {
        ByteBuffer request = datagram.content().nioBuffer();
        if (request.remaining() < WireLayout.ENVELOPE_OCTETS) {
            return;
        }
        ByteBuf answer = context.alloc().buffer(WireLimits.DATAGRAM_OCTETS);
        try {
            if ((request.get(request.position() + WireLayout.MESSAGE_FLAGS) & WireLayout.FLAG_TRUNCATED) == 0) {
                answers.answer(request, view, MOST_OCTETS, answer);
            } else if (request.getInt(request.position() + WireLayout.SEQUENCE_NUMBER) == 0) {
                answers.refuse(
                        request,
                        ResponseCode.ERROR,
                        "requests of several datagrams are not read: ask over TCP",
                        answer);
            }
            if (answer.isReadable()) {
                addDatagrams(answer, datagram.sender(), out);
            }
        } finally {
            answer.release();
        }
    }

    private static void addDatagrams(ByteBuf answer, InetSocketAddress peer, List<DatagramPacket> out) {
        if (answer.readableBytes() <= WireLimits.DATAGRAM_OCTETS) {
            out.add(new DatagramPacket(answer.retainedDuplicate(), peer));
            return;
        }
        try {
            for (byte[] datagram : UdpFragments.split(answer.nioBuffer())) {
                out.add(new DatagramPacket(Unpooled.wrappedBuffer(datagram), peer));
            }
        } catch (WireFormatException e) {
            throw new IllegalStateException("an answer written here can be read", e);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        arrived.forEach(DatagramPacket::release);
        arrived.clear();
    }

    /** The socket outlives any one failed datagram: an unreachable peer is reported here. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        // Nothing is owed to a peer that cannot be reached.
    }
}
