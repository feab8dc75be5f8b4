// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.timeout.IdleStateEvent;
import java.util.ArrayDeque;
import java.util.Queue;
import org.tanma.resolver.net.dns.DnsResponder;

/**
 * Answers the DNS questions of one connection in the order they came: at once when memory has the answer, else on a worker,
 * and nothing more is read until that one is answered.
 *
 * <p>A connection that brings what is no question, or comes while no worker is free, is closed: the asker asks again.
 * Ownership: releases each question once it is answered.
 */
final class DnsTcpHandler extends ChannelInboundHandlerAdapter {
    private static final int USUAL_OCTETS = 512;
    private static final int LENGTH_OCTETS = 2;

    private final DnsResponder responder;
    private final Workers workers;
    private final FaceWatch watch;
    private final Queue<ByteBuf> arrived = new ArrayDeque<>();
    private boolean isAnswering;

    DnsTcpHandler(DnsResponder responder, Workers workers, FaceWatch watch) {
        this.responder = responder;
        this.workers = workers;
        this.watch = watch;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        arrived.add((ByteBuf) message);
        answerNext(context);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        context.flush();
    }

    private void answerNext(ChannelHandlerContext context) {
        while (!isAnswering && !arrived.isEmpty()) {
            ByteBuf question = arrived.remove();
            long since = watch.start();
            ByteBuf out = room(context);
            int code = responder.answerFromMemory(question, false, out);
            if (code == DnsResponder.LATER) {
                out.release();
                hand(context, question);
            } else {
                watch.atOnce(since);
                send(context, question, code, out, since);
            }
        }
    }

    private static ByteBuf room(ChannelHandlerContext context) {
        return context.alloc().directBuffer(USUAL_OCTETS).writeZero(LENGTH_OCTETS);
    }

    private void hand(ChannelHandlerContext context, ByteBuf question) {
        isAnswering = true;
        context.channel().config().setAutoRead(false);
        long since = System.nanoTime();
        if (!workers.tryRun(question.readableBytes(), () -> answer(context, question, since))) {
            watch.dropped(1);
            question.release();
            context.close();
        }
    }

    /** On a worker. */
    private void answer(ChannelHandlerContext context, ByteBuf question, long since) {
        ByteBuf out = room(context);
        boolean isAnswered = false;
        try {
            int code = responder.answer(question, false, out);
            watch.worked(since);
            isAnswered = true;
            context.executor().execute(() -> {
                send(context, question, code, out, since);
                isAnswering = false;
                answerNext(context);
                context.flush();
                if (!isAnswering) {
                    context.channel().config().setAutoRead(true);
                }
            });
        } finally {
            if (!isAnswered) {
                question.release();
                out.release();
                context.close();
            }
        }
    }

    /** Writes an answer without flushing it; releases the question. */
    private void send(ChannelHandlerContext context, ByteBuf question, int code, ByteBuf out, long since) {
        int octets = out.readableBytes() - LENGTH_OCTETS;
        if (code == DnsResponder.NOTHING || octets == 0) {
            out.release();
            question.release();
            context.close();
            return;
        }
        watch.answeredDns(question, code, octets, context.channel().remoteAddress(), since);
        question.release();
        out.setShort(out.readerIndex(), octets);
        context.write(out, context.voidPromise());
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
