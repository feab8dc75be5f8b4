// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.timeout.IdleStateEvent;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Queue;
import org.tanma.handle.wire.ResponseCode;
import org.tanma.handle.wire.WireLayout;

/**
 * Answers the messages of one connection, in the order they came, as many as are there at a time.
 *
 * <p>While a worker answers, nothing is read; answers are sent in pieces of about {@value #PIECE_OCTETS} octets, the next
 * only when the one before has left. So a peer that sends without reading stalls itself and holds no more than that. The
 * connection stays open, asked for or not, until the peer closes it, nothing has moved for the idle time, or its messages
 * cannot be told apart any more. Ownership: releases each message once it is answered.
 */
final class TcpRequestHandler extends ChannelInboundHandlerAdapter {
    private static final int PIECE_OCTETS = 65_536;

    private final NativeAnswers answers;
    private final Workers workers;
    private final ResolutionRequestView view = new ResolutionRequestView();
    private Queue<ByteBuf> arrived = new ArrayDeque<>();
    private boolean isAnswering;

    TcpRequestHandler(NativeAnswers answers, Workers workers) {
        this.answers = answers;
        this.workers = workers;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        arrived.add((ByteBuf) message);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        answerArrived(context);
    }

    private void answerArrived(ChannelHandlerContext context) {
        if (isAnswering || arrived.isEmpty()) {
            return;
        }
        isAnswering = true;
        context.channel().config().setAutoRead(false);
        Queue<ByteBuf> batch = arrived;
        arrived = new ArrayDeque<>();
        hand(context, batch);
    }

    private void hand(ChannelHandlerContext context, Queue<ByteBuf> batch) {
        if (!workers.tryRun(() -> answer(context, batch))) {
            refuse(context, batch);
        }
    }

    /** On a worker. */
    private void answer(ChannelHandlerContext context, Queue<ByteBuf> batch) {
        ByteBuf out = context.alloc().buffer();
        boolean isDone = false;
        boolean isLost = false;
        try {
            while (!batch.isEmpty() && out.readableBytes() < PIECE_OCTETS) {
                ByteBuf message = batch.remove();
                try {
                    isLost |= isCut(message);
                    answers.answer(message.nioBuffer(), view, NativeAnswers.UNLIMITED, out);
                } finally {
                    message.release();
                }
            }
            isDone = true;
        } finally {
            if (!isDone) {
                out.release();
                batch.forEach(ByteBuf::release);
                context.close();
            }
        }
        send(context, out, batch, isLost);
    }

    private void refuse(ChannelHandlerContext context, Queue<ByteBuf> batch) {
        ByteBuf out = context.alloc().buffer();
        for (ByteBuf message : batch) {
            answers.refuse(message.nioBuffer(), ResponseCode.SERVER_BUSY, "too many requests at once; ask again", out);
            message.release();
        }
        send(context, out, new ArrayDeque<>(), false);
    }

    private void send(ChannelHandlerContext context, ByteBuf out, Queue<ByteBuf> rest, boolean isLost) {
        context.writeAndFlush(out).addListener(sent -> {
            if (isLost || !sent.isSuccess()) {
                rest.forEach(ByteBuf::release);
                context.close();
            } else if (rest.isEmpty()) {
                isAnswering = false;
                context.channel().config().setAutoRead(true);
                answerArrived(context);
            } else {
                hand(context, rest);
            }
        });
    }

    /** True for the lone envelope that the decoder passes on when it cannot tell where the next message begins. */
    private static boolean isCut(ByteBuf message) {
        ByteBuffer octets = message.nioBuffer();
        long declared = octets.getInt(octets.position() + WireLayout.MESSAGE_LENGTH) & 0xFFFF_FFFFL;
        return declared != octets.remaining() - WireLayout.ENVELOPE_OCTETS;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof IdleStateEvent) {
            context.close();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        arrived.forEach(ByteBuf::release);
        arrived.clear();
    }

    /** A connection that breaks concerns its peer alone. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }
}
