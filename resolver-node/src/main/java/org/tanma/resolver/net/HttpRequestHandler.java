// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.timeout.IdleStateEvent;
import java.net.SocketAddress;
import java.util.ArrayDeque;
import java.util.Queue;
import org.tanma.resolver.meter.Operation;

/**
 * Answers the requests of one HTTP connection, one at a time and in order; while one is answered nothing is read.
 *
 * <p>Ownership: releases each request once it is answered.
 */
final class HttpRequestHandler extends ChannelInboundHandlerAdapter {
    private final HttpAnswers answers;
    private final Workers workers;
    private final FaceWatch watch;
    private final Queue<FullHttpRequest> arrived = new ArrayDeque<>();
    private boolean isAnswering;

    HttpRequestHandler(HttpAnswers answers, Workers workers, FaceWatch watch) {
        this.answers = answers;
        this.workers = workers;
        this.watch = watch;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        arrived.add((FullHttpRequest) message);
        answerNext(context);
    }

    private void answerNext(ChannelHandlerContext context) {
        if (isAnswering || arrived.isEmpty()) {
            return;
        }
        isAnswering = true;
        context.channel().config().setAutoRead(false);
        FullHttpRequest request = arrived.remove();
        long since = System.nanoTime();
        if (request.decoderResult().isFailure()) {
            request.release();
            FullHttpResponse refusal = answers.malformed(request.decoderResult().cause());
            watch.answeredHttp(Operation.OTHER, refusal.status().code(), "", octets(refusal), peer(context), since);
            send(context, refusal, true);
        } else if (!workers.tryRun(request.content().readableBytes(), () -> answer(context, request, since))) {
            request.release();
            FullHttpResponse refusal = answers.busy();
            note(context, request, refusal, since);
            send(context, refusal, false);
        }
    }

    /** On a worker. */
    private void answer(ChannelHandlerContext context, FullHttpRequest request, long since) {
        boolean isAnswered = false;
        FullHttpResponse response;
        try {
            response = answers.answer(request, HttpPeers.of(context.channel()));
            note(context, request, response, since);
            watch.worked(since);
            isAnswered = true;
        } finally {
            request.release();
            if (!isAnswered) {
                context.close();
            }
        }
        send(context, response, false);
    }

    private void note(ChannelHandlerContext context, FullHttpRequest request, FullHttpResponse response, long since) {
        Operation method = Operation.ofMethod(request.method().name());
        watch.answeredHttp(method, response.status().code(), request.uri(), octets(response), peer(context), since);
    }

    private static int octets(FullHttpResponse response) {
        return response.content().readableBytes();
    }

    private static SocketAddress peer(ChannelHandlerContext context) {
        return context.channel().remoteAddress();
    }

    private void send(ChannelHandlerContext context, FullHttpResponse response, boolean isLast) {
        context.writeAndFlush(response).addListener(sent -> {
            if (isLast || !sent.isSuccess()) {
                context.close();
                return;
            }
            isAnswering = false;
            if (arrived.isEmpty()) {
                context.channel().config().setAutoRead(true);
            } else {
                answerNext(context);
            }
        });
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof IdleStateEvent) {
            context.close();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        arrived.forEach(FullHttpRequest::release);
        arrived.clear();
    }

    /** A connection that breaks concerns its peer alone. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }
}
