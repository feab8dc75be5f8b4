// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DatagramPacket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.tanma.resolver.limit.PeerAddress;
import org.tanma.resolver.limit.PeerGate;
import org.tanma.resolver.limit.Verdict;
import org.tanma.resolver.net.dns.DnsResponder;

/**
 * Answers DNS datagrams: at once when memory has the answer, the others that were there to be read at one time by one worker.
 *
 * <p>Drops what is over its network's rate (every so many-th is told to come by TCP), what comes while no worker is free, and
 * what is no question. Ownership: releases each datagram once it is answered or dropped.
 */
final class DnsUdpHandler extends ChannelInboundHandlerAdapter {
    private static final int USUAL_OCTETS = 512;

    private final DnsResponder responder;
    private final Workers workers;
    private final PeerGate gate;
    private final FaceWatch watch;
    private List<DatagramPacket> arrived = new ArrayList<>();
    private boolean isToFlush;

    DnsUdpHandler(DnsResponder responder, Workers workers, PeerGate gate, FaceWatch watch) {
        this.responder = responder;
        this.workers = workers;
        this.gate = gate;
        this.watch = watch;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        DatagramPacket datagram = (DatagramPacket) message;
        InetAddress peer = datagram.sender().getAddress();
        Verdict verdict = gate.datagram(PeerAddress.high(peer), PeerAddress.low(peer), System.nanoTime());
        boolean isLate = false;
        try {
            if (verdict == Verdict.ANSWER) {
                isLate = !answerAtOnce(context, datagram);
            } else if (verdict == Verdict.SEND_TO_TCP) {
                ByteBuf out = context.alloc().directBuffer(USUAL_OCTETS);
                responder.sendToTcp(datagram.content(), out);
                send(context, out, datagram.sender());
                isToFlush = true;
            }
        } finally {
            if (isLate) {
                arrived.add(datagram);
            } else {
                datagram.release();
            }
        }
    }

    private boolean answerAtOnce(ChannelHandlerContext context, DatagramPacket datagram) {
        long since = watch.start();
        ByteBuf out = context.alloc().directBuffer(USUAL_OCTETS);
        int code = responder.answerFromMemory(datagram.content(), true, out);
        if (code == DnsResponder.LATER) {
            out.release();
            return false;
        }
        if (code != DnsResponder.NOTHING) {
            watch.answeredDns(datagram.content(), code, out.readableBytes(), datagram.sender(), since);
            watch.atOnce(since);
        }
        send(context, out, datagram.sender());
        isToFlush = true;
        return true;
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (isToFlush) {
            isToFlush = false;
            context.flush();
        }
        if (arrived.isEmpty()) {
            return;
        }
        List<DatagramPacket> batch = arrived;
        arrived = new ArrayList<>();
        long since = System.nanoTime();
        if (!workers.tryRun(() -> answer(context, batch, since))) {
            watch.dropped(batch.size());
            batch.forEach(DatagramPacket::release);
        }
    }

    /** On a worker. */
    private void answer(ChannelHandlerContext context, List<DatagramPacket> batch, long since) {
        for (DatagramPacket datagram : batch) {
            ByteBuf out = context.alloc().directBuffer(USUAL_OCTETS);
            boolean isAnswered = false;
            try {
                int code = responder.answer(datagram.content(), true, out);
                watch.answeredDns(datagram.content(), code, out.readableBytes(), datagram.sender(), since);
                watch.worked(since);
                isAnswered = true;
            } finally {
                InetSocketAddress sender = datagram.sender();
                datagram.release();
                if (isAnswered) {
                    context.executor().execute(() -> {
                        send(context, out, sender);
                        context.flush();
                    });
                } else {
                    out.release();
                }
            }
        }
    }

    /** Sends an answer without flushing; nothing when it is empty or the socket takes no more. Releases it. */
    private static void send(ChannelHandlerContext context, ByteBuf answer, InetSocketAddress peer) {
        if (answer.isReadable() && context.channel().isWritable()) {
            context.write(new DatagramPacket(answer, peer), context.voidPromise());
        } else {
            answer.release();
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
