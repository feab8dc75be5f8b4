// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.timeout.IdleStateEvent;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Answers the requests of one HTTP connection, one at a time and in order; while one is answered nothing is read.
 *
 * <p>Ownership: releases each request once it is answered.
 */
final class HttpRequestHandler extends ChannelInboundHandlerAdapter {
    private final HttpAnswers answers;
    private final Workers workers;
    private final Queue<FullHttpRequest> arrived = new ArrayDeque<>();
    private boolean isAnswering;

    HttpRequestHandler(HttpAnswers answers, Workers workers) {
        this.answers = answers;
        this.workers = workers;
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
        if (request.decoderResult().isFailure()) {
            request.release();
            send(context, answers.malformed(request.decoderResult().cause()), true);
        } else if (!workers.tryRun(() -> answer(context, request))) {
            request.release();
            send(context, answers.busy(), false);
        }
    }

    /** On a worker. */
    private void answer(ChannelHandlerContext context, FullHttpRequest request) {
        boolean isAnswered = false;
        FullHttpResponse response;
        try {
            response = answers.answer(request, HttpPeers.of(context.channel()));
            isAnswered = true;
        } finally {
            request.release();
            if (!isAnswered) {
                context.close();
            }
        }
        send(context, response, false);
    }

    private void send(ChannelHandlerContext context, FullHttpResponse response, boolean isLast) {
        context.writeAndFlush(response).addListener(sent -> {
            if (isLast || !sent.isSuccess()) {
                context.close();
                return;
            }
            isAnswering = false;
            context.channel().config().setAutoRead(true);
            answerNext(context);
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
