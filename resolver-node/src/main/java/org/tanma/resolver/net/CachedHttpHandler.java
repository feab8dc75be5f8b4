// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import org.tanma.resolver.cache.CachedAnswer;

/**
 * Answers plain requests for handles before anything reads them as HTTP, in order: from what was answered before or is in memory
 * at once, the others by a worker, one at a time.
 *
 * <p>With the first request of any other kind it passes that and all that follows to the handlers behind it and leaves the
 * connection.
 */
final class CachedHttpHandler extends RequestStream {
    private final CachedHttpAnswers answers;
    private final FaceWatch watch;

    CachedHttpHandler(CachedHttpAnswers answers, Workers workers, RequestMeter meter, FaceWatch watch) {
        super(workers, meter);
        this.answers = answers;
        this.watch = watch;
    }

    @Override
    boolean answerNext(ChannelHandlerContext context, ByteBuf in) {
        HttpQuestion question = HttpQuestion.ofThisThread();
        int length = question.read(in);
        if (length == HttpQuestion.UNFINISHED) {
            return false;
        }
        if (length == HttpQuestion.OTHER) {
            leave(context);
            return false;
        }
        long since = watch.start();
        if (!answers.find(question)) {
            return hand(context, in, question.target(), length, since);
        }
        requestIsWhole();
        in.skipBytes(length);
        CachedAnswer found = question.found();
        room(context, found.length()).writeBytes(found.octets(), 0, found.length());
        watch.answeredHttp(question, found, context.channel().remoteAddress(), since);
        watch.atOnce(since);
        return true;
    }

    private boolean hand(ChannelHandlerContext context, ByteBuf in, String target, int length, long since) {
        if (!CachedHttpAnswers.isPlain(target)) {
            leave(context);
            return false;
        }
        byte[] made = answers.answerFromMemory(target, HttpQuestion.ofThisThread());
        if (made != null) {
            requestIsWhole();
            in.skipBytes(length);
            room(context, made.length).writeBytes(made);
            watch.answeredHttp(target, made, context.channel().remoteAddress(), since);
            watch.atOnce(since);
            return true;
        }
        if (!send(context) || !take(context)) {
            return false;
        }
        long handed = System.nanoTime();
        if (!hand(length, () -> answer(context, target, handed))) {
            leave(context);
            return false;
        }
        requestIsWhole();
        in.skipBytes(length);
        return true;
    }

    /** On a worker. */
    private void answer(ChannelHandlerContext context, String target, long since) {
        ByteBuf answer = null;
        try {
            byte[] octets = answers.answer(target);
            answer = context.alloc().directBuffer(octets.length).writeBytes(octets);
            watch.answeredHttp(target, octets, context.channel().remoteAddress(), since);
            watch.worked(since);
        } finally {
            answered(context, answer);
        }
    }

    /** Passes on what waits, and gets out of the way. */
    private void leave(ChannelHandlerContext context) {
        if (!send(context)) {
            return;
        }
        context.channel().config().setAutoRead(true);
        context.fireChannelRead(takeWaiting());
        context.fireChannelReadComplete();
        context.pipeline().remove(this);
    }
}
