// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DatagramPacket;
import java.net.InetAddress;
import org.tanma.handle.wire.ResponseCode;
import org.tanma.resolver.limit.PeerAddress;
import org.tanma.resolver.limit.PeerGate;
import org.tanma.resolver.limit.Verdict;

/**
 * Lets datagrams through that are within their network's rate.
 *
 * <p>Of the others some get an answer that is shorter than any question, and sends a client that is really there to TCP;
 * the rest get none. Ownership: passes on what it lets through, releases the rest.
 */
final class DatagramGate extends ChannelInboundHandlerAdapter {
    /** Short, since whoever gets it may not have asked. */
    static final String SENT_TO_TCP = "ask over TCP";

    private final PeerGate gate;
    private final NativeAnswers answers;
    private boolean isAnyAnswered;

    DatagramGate(PeerGate gate, NativeAnswers answers) {
        this.gate = gate;
        this.answers = answers;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        DatagramPacket datagram = (DatagramPacket) message;
        InetAddress peer = datagram.sender().getAddress();
        Verdict verdict = gate.datagram(PeerAddress.high(peer), PeerAddress.low(peer), System.nanoTime());
        if (verdict == Verdict.ANSWER) {
            context.fireChannelRead(message);
            return;
        }
        try {
            if (verdict == Verdict.SEND_TO_TCP) {
                sendToTcp(context, datagram);
            }
        } finally {
            datagram.release();
        }
    }

    private void sendToTcp(ChannelHandlerContext context, DatagramPacket datagram) {
        ByteBuf answer = context.alloc().buffer();
        answers.refuse(datagram.content().nioBuffer(), ResponseCode.ERROR, SENT_TO_TCP, answer);
        if (answer.readableBytes() <= datagram.content().readableBytes() && answer.isReadable()) {
            context.write(new DatagramPacket(answer, datagram.sender()));
            isAnyAnswered = true;
        } else {
            answer.release();
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (isAnyAnswered) {
            isAnyAnswered = false;
            context.flush();
        }
        context.fireChannelReadComplete();
    }
}
