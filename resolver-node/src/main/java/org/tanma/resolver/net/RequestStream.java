// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.tanma.handle.wire.WireLayout;
import org.tanma.handle.wire.WireLimits;

/**
 * The octets of one connection, answered as requests in the order they came: at once on the event loop where the answer is
 * known, else by a worker, one piece of work at a time while what comes meanwhile waits.
 *
 * <p>Answers are sent in pieces of about {@value #PIECE_OCTETS} octets, the next only while the peer takes them in; nothing
 * is read while it does not, while the peer is over its rate, nor while more than {@value #MOST_WAITING} octets wait. So a
 * peer that sends without reading stalls itself and holds no more than that. Ownership: releases what is read once it is
 * answered.
 */
abstract class RequestStream extends ChannelInboundHandlerAdapter {
    static final int PIECE_OCTETS = 65_536;
    private static final int MOST_WAITING = 2 * (WireLayout.ENVELOPE_OCTETS + WireLimits.MESSAGE_OCTETS);
    private static final int LEAST_OCTETS = 512;

    private final Workers workers;
    private final RequestMeter meter;
    private ByteBuf waiting = Unpooled.EMPTY_BUFFER;
    private ByteBuf out = Unpooled.EMPTY_BUFFER;
    private boolean isWithWorker;
    private boolean isStalled;
    private boolean isPutOff;

    RequestStream(Workers workers, RequestMeter meter) {
        this.workers = workers;
        this.meter = meter;
    }

    /** Answers or hands over what comes first; false when more octets have to come, or nothing more is to be done. */
    abstract boolean answerNext(ChannelHandlerContext context, ByteBuf in);

    /** True when there is something for {@link #answerNext}. */
    boolean hasMore(ByteBuf in) {
        return in.isReadable();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf in = (ByteBuf) message;
        if (waiting.isReadable()) {
            waiting = ByteToMessageDecoder.MERGE_CUMULATOR.cumulate(context.alloc(), waiting, in);
        } else {
            waiting.release();
            waiting = in;
        }
        proceed(context);
        if (waiting.readableBytes() > MOST_WAITING) {
            stopReading(context);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        send(context);
        if (!waiting.isReadable()) {
            dropWaiting();
        } else if (waiting.readerIndex() > 0) {
            ByteBuf rest = context.alloc()
                    .directBuffer(Math.max(waiting.readableBytes(), LEAST_OCTETS))
                    .writeBytes(waiting);
            waiting.release();
            waiting = rest;
        }
        meter.holds(waiting.readableBytes());
        putOff(context, meter.putOffNanos());
        context.fireChannelReadComplete();
    }

    private void proceed(ChannelHandlerContext context) {
        boolean isMore = true;
        while (isMore && !isWithWorker && !isStalled && !isPutOff && hasMore(waiting)) {
            isMore = answerNext(context, waiting);
        }
    }

    /** Where an answer of so many octets goes. */
    ByteBuf room(ChannelHandlerContext context, int octets) {
        if (!out.isWritable(octets)) {
            send(context);
            int more = 1 + waiting.readableBytes() / WireLayout.BODY;
            out = context.alloc().directBuffer(Math.max(octets, Math.min(PIECE_OCTETS, octets * more)));
        }
        return out;
    }

    /** Sends what was answered; false, with nothing more to be done now, when the peer does not take it in. */
    boolean send(ChannelHandlerContext context) {
        if (out.isReadable()) {
            ByteBuf piece = out;
            out = Unpooled.EMPTY_BUFFER;
            context.writeAndFlush(piece);
            if (!context.channel().isWritable()) {
                isStalled = true;
                stopReading(context);
            }
        }
        return !isStalled;
    }

    /** Takes one request on for a worker; false when that has to wait. */
    boolean take(ChannelHandlerContext context) {
        if (meter.tryTake()) {
            return true;
        }
        putOff(context, meter.fullNanos());
        return false;
    }

    /** Takes one more on with others; false when it has to wait until those are answered. */
    boolean takeMore() {
        return meter.tryTake();
    }

    /** Has a worker answer what was taken on, of so many octets; it ends with {@link #answered}. False when none is free. */
    boolean hand(int octets, Runnable work) {
        isWithWorker = true;
        isWithWorker = workers.tryRun(octets, work);
        if (!isWithWorker) {
            meter.giveBack();
        }
        return isWithWorker;
    }

    /** On a worker: hands its answers back, null when it failed. */
    final void answered(ChannelHandlerContext context, @Nullable ByteBuf piece) {
        context.executor().execute(() -> {
            isWithWorker = false;
            meter.giveBack();
            if (piece != null && context.channel().isActive()) {
                out.release();
                out = piece;
                goOn(context);
                return;
            }
            if (piece != null) {
                piece.release();
            }
            releaseAll();
            context.close();
        });
    }

    void requestIsWhole() {
        meter.requestIsWhole();
    }

    private void putOff(ChannelHandlerContext context, long nanos) {
        if (nanos <= 0 || isPutOff) {
            return;
        }
        isPutOff = true;
        meter.hold(true);
        stopReading(context);
        context.executor()
                .schedule(
                        () -> {
                            isPutOff = false;
                            meter.hold(false);
                            goOn(context);
                        },
                        nanos,
                        TimeUnit.NANOSECONDS);
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (isStalled && context.channel().isWritable()) {
            isStalled = false;
            goOn(context);
        }
        context.fireChannelWritabilityChanged();
    }

    private void goOn(ChannelHandlerContext context) {
        if (!context.channel().isActive() || context.isRemoved()) {
            return;
        }
        proceed(context);
        if (context.isRemoved()) {
            return;
        }
        send(context);
        meter.holds(waiting.readableBytes());
        putOff(context, meter.putOffNanos());
        if (!isStalled && !isPutOff && waiting.readableBytes() <= MOST_WAITING) {
            context.channel().config().setAutoRead(true);
        }
    }

    private static void stopReading(ChannelHandlerContext context) {
        context.channel().config().setAutoRead(false);
    }

    /** What waits becomes the caller's. */
    ByteBuf takeWaiting() {
        ByteBuf rest = waiting;
        waiting = Unpooled.EMPTY_BUFFER;
        return rest;
    }

    /** What was answered and not sent becomes the caller's. */
    ByteBuf takeAnswers() {
        ByteBuf answers = out;
        out = Unpooled.EMPTY_BUFFER;
        return answers;
    }

    private void dropWaiting() {
        waiting.release();
        waiting = Unpooled.EMPTY_BUFFER;
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (!isWithWorker) {
            releaseAll();
        }
        context.fireChannelInactive();
    }

    /** The connection is gone and no worker has anything of it. */
    void releaseAll() {
        meter.giveBack();
        dropWaiting();
        takeAnswers().release();
    }
}
