// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.tanma.resolver.limit.InFlight;
import org.tanma.resolver.limit.LimitEvent;
import org.tanma.resolver.limit.PeerGate;

/**
 * Lets the requests of a connection through, at most so many until the handler behind asks for more.
 *
 * <p>Stands between the decoder and the handler that answers; that handler stops reading while it answers, and reads again
 * when it has: by that this one knows that the requests it let through are answered. Nothing is refused: what is over a
 * limit is not read from the socket for a while, so that it costs its sender time. Ownership: passes each request on, and
 * releases those that wait here when the connection ends.
 */
final class RequestGate extends ChannelDuplexHandler {
    private static final long FULL_MILLIS = 10;

    private final PeerGate gate;
    private final InFlight inFlight;
    private final ConnectionWatch watch;
    private final long high;
    private final long low;
    private final Queue<Object> waiting = new ArrayDeque<>();
    private int passed;
    private int uncharged;
    private boolean isPutOff;
    private boolean isReadWanted;
    private boolean isGone;

    /** For the connection of a peer, whose address is in two halves. */
    RequestGate(PeerGate gate, ConnectionWatch watch, long high, long low) {
        this.gate = gate;
        this.inFlight = gate.inFlight();
        this.watch = watch;
        this.high = high;
        this.low = low;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object request) {
        watch.requestIsWhole();
        watch.holds(0);
        uncharged++;
        if (waiting.isEmpty() && !isPutOff && mayPass()) {
            context.fireChannelRead(request);
        } else {
            waiting.add(request);
        }
    }

    private boolean mayPass() {
        if (passed < gate.limits().inFlight() && inFlight.tryTake()) {
            passed++;
            return true;
        }
        return false;
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        long nanos = gate.putOff(high, low, uncharged, uncharged == 0 ? 0 : System.nanoTime());
        uncharged = 0;
        context.fireChannelReadComplete();
        if (nanos > 0) {
            putOff(context, LimitEvent.REQUESTS_PUT_OFF, nanos);
        }
    }

    @Override
    public void read(ChannelHandlerContext context) {
        inFlight.give(passed);
        passed = 0;
        if (isPutOff) {
            isReadWanted = true;
        } else if (waiting.isEmpty()) {
            context.read();
        } else {
            passWaiting(context);
        }
    }

    /** Lets through what may be answered now; the handler behind asks for more once it is. */
    private void passWaiting(ChannelHandlerContext context) {
        boolean isAnyPassed = false;
        while (!waiting.isEmpty() && mayPass()) {
            isAnyPassed = true;
            context.fireChannelRead(waiting.remove());
        }
        if (isAnyPassed) {
            context.fireChannelReadComplete();
            context.executor().execute(() -> readIfReading(context));
        } else {
            isReadWanted = true;
            putOff(context, LimitEvent.IN_FLIGHT_FULL, TimeUnit.MILLISECONDS.toNanos(FULL_MILLIS));
        }
    }

    /** Where the handler behind has answered without stopping to read, nobody else asks for more. */
    private void readIfReading(ChannelHandlerContext context) {
        if (!isGone && context.channel().config().isAutoRead()) {
            read(context);
        }
    }

    private void putOff(ChannelHandlerContext context, LimitEvent event, long nanos) {
        if (isPutOff) {
            return;
        }
        gate.counts().add(event);
        isPutOff = true;
        watch.hold(true);
        context.executor().schedule(() -> goOn(context), nanos, TimeUnit.NANOSECONDS);
    }

    private void goOn(ChannelHandlerContext context) {
        isPutOff = false;
        watch.hold(false);
        if (isReadWanted && !isGone) {
            isReadWanted = false;
            read(context);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        end();
        context.fireChannelInactive();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        end();
    }

    private void end() {
        isGone = true;
        inFlight.give(passed);
        passed = 0;
        waiting.forEach(ReferenceCountUtil::release);
        waiting.clear();
    }
}
