// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DatagramPacket;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.tanma.handle.wire.ResponseCode;
import org.tanma.handle.wire.UdpFragments;
import org.tanma.handle.wire.WireFormatException;
import org.tanma.handle.wire.WireLayout;
import org.tanma.handle.wire.WireLimits;

/**
 * Answers datagrams: at once when the answer was given before or memory has it, the others that were there to be read at
 * one time by one worker.
 *
 * <p>Drops what comes while no worker is free, what is too short for an envelope, and answers; drops its own answers while
 * the socket takes no more. A request sent in several datagrams is told once, at its first, to come by TCP. Ownership:
 * releases each datagram once it is answered or dropped.
 */
final class UdpRequestHandler extends ChannelInboundHandlerAdapter {
    /** Most octets of an answer, without envelopes. */
    static final int MOST_OCTETS = HandleUdpServer.MOST_DATAGRAMS * WireLimits.FRAGMENT_OCTETS;

    private final CachedNativeAnswers answers;
    private final Workers workers;
    private final FaceWatch watch;
    private final NativeQuestion question = new NativeQuestion();
    private List<DatagramPacket> arrived = new ArrayList<>();
    private boolean isToFlush;

    UdpRequestHandler(CachedNativeAnswers answers, Workers workers, FaceWatch watch) {
        this.answers = answers;
        this.workers = workers;
        this.watch = watch;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        DatagramPacket datagram = (DatagramPacket) message;
        ByteBuf request = datagram.content();
        if (!question.read(request, request.readerIndex(), request.readableBytes())) {
            arrived.add(datagram);
            return;
        }
        long since = watch.start();
        ByteBuf answer = context.alloc().directBuffer(WireLimits.DATAGRAM_OCTETS);
        if (!answers.answerAgain(question, MOST_OCTETS, answer)
                && !answers.answerFromMemory(question, MOST_OCTETS, answer)) {
            answer.release();
            arrived.add(datagram);
            return;
        }
        note(datagram, answer, since);
        watch.atOnce(since);
        send(context, answer, datagram.sender());
        isToFlush = true;
        datagram.release();
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
        List<ByteBuf> out = new ArrayList<>(batch.size());
        try {
            for (DatagramPacket datagram : batch) {
                ByteBuf answer = answer(context, datagram.content());
                out.add(answer);
                note(datagram, answer, since);
                watch.worked(since);
            }
        } finally {
            context.executor().execute(() -> {
                for (int i = 0; i < batch.size(); i++) {
                    if (i < out.size()) {
                        send(context, out.get(i), batch.get(i).sender());
                    }
                    batch.get(i).release();
                }
                context.flush();
            });
        }
    }

    private void note(DatagramPacket datagram, ByteBuf answer, long since) {
        ByteBuf request = datagram.content();
        int length = request.readableBytes();
        watch.answered(request, request.readerIndex(), length, answer, 0, datagram.sender(), since);
    }

    /** The answer's octets, none when there is nobody to answer. */
    private ByteBuf answer(ChannelHandlerContext context, ByteBuf request) {
        ByteBuf answer = context.alloc().directBuffer(WireLimits.DATAGRAM_OCTETS);
        int at = request.readerIndex();
        if (request.readableBytes() < WireLayout.ENVELOPE_OCTETS) {
            return answer;
        }
        boolean isAnswered = false;
        try {
            if ((request.getByte(at + WireLayout.MESSAGE_FLAGS) & WireLayout.FLAG_TRUNCATED) == 0) {
                answers.answer(request, MOST_OCTETS, answer);
            } else if (request.getInt(at + WireLayout.SEQUENCE_NUMBER) == 0) {
                answers.refuse(
                        request,
                        ResponseCode.ERROR,
                        "requests of several datagrams are not read: ask over TCP",
                        answer);
            }
            isAnswered = true;
        } finally {
            if (!isAnswered) {
                answer.release();
            }
        }
        return answer;
    }

    /** Sends an answer in as many datagrams as it takes, without flushing; nothing when it is empty. Releases it. */
    private static void send(ChannelHandlerContext context, ByteBuf answer, InetSocketAddress peer) {
        if (!answer.isReadable() || !context.channel().isWritable()) {
            answer.release();
        } else if (answer.readableBytes() <= WireLimits.DATAGRAM_OCTETS) {
            context.write(new DatagramPacket(answer, peer), context.voidPromise());
        } else {
            try {
                for (byte[] datagram : UdpFragments.split(answer.nioBuffer())) {
                    context.write(new DatagramPacket(Unpooled.wrappedBuffer(datagram), peer), context.voidPromise());
                }
            } catch (WireFormatException e) {
                throw new IllegalStateException("an answer written here can be read", e);
            } finally {
                answer.release();
            }
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
