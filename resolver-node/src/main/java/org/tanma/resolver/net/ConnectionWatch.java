// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.tanma.resolver.limit.HeldOctets;
import org.tanma.resolver.limit.LimitCounts;
import org.tanma.resolver.limit.LimitEvent;
import org.tanma.resolver.limit.PeerGate;
import org.tanma.resolver.limit.PeerLimits;

/**
 * Closes a connection whose peer sends a request too slowly, does not take its answers, or sends more than there is room for,
 * and reads nothing from it while much waits to be taken.
 *
 * <p>Stands before all other handlers of a connection. The time for a request runs from the first octet after the request
 * before, or from the beginning, until a {@link RequestGate} tells of a whole one; time in which the node itself does not
 * read does not count. Time is counted in ticks of an eighth of the shorter limit, so no clock is read where octets pass.
 * Of what has come and is not answered, {@value #FREE_OCTETS} octets are free; what is more counts against the {@link
 * HeldOctets} of all. Ownership: passes everything on, or releases it and closes.
 */
final class ConnectionWatch extends ChannelDuplexHandler {
    static final int FREE_OCTETS = 65_536;
    private static final int TICKS = 8;

    private final PeerLimits limits;
    private final LimitCounts counts;
    private final HeldOctets held;
    private final long high;
    private final long low;
    private final long tickMillis;
    private @Nullable ScheduledFuture<?> ticking;
    private boolean isReceiving = true;
    private boolean isHeld;
    private boolean isReadWanted;
    private long receivingTicks;
    private long stalledTicks;
    private long unanswered;
    private long charged;

    /** For the connection of a peer, whose address is in two halves. */
    ConnectionWatch(PeerGate gate, long high, long low) {
        this.limits = gate.limits();
        this.counts = gate.counts();
        this.held = gate.held();
        this.high = high;
        this.low = low;
        this.tickMillis = Math.min(limits.request().toMillis(), limits.stall().toMillis()) / TICKS;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        ticking = context.executor()
                .scheduleAtFixedRate(() -> tick(context), tickMillis, tickMillis, TimeUnit.MILLISECONDS);
    }

    private void tick(ChannelHandlerContext context) {
        boolean isReading = !isHeld && context.channel().config().isAutoRead();
        receivingTicks = isReceiving && isReading ? receivingTicks + 1 : 0;
        stalledTicks = context.channel().isWritable() ? 0 : stalledTicks + 1;
        if (receivingTicks * tickMillis > limits.request().toMillis()) {
            end(context, LimitEvent.REQUEST_TOO_SLOW);
        } else if (stalledTicks * tickMillis > limits.stall().toMillis()) {
            end(context, LimitEvent.ANSWER_NOT_TAKEN);
        }
    }

    /** Closes at once, and has the system forget what it still holds for the peer. */
    private void end(ChannelHandlerContext context, LimitEvent event) {
        counts.add(event);
        context.channel().config().setOption(ChannelOption.SO_LINGER, 0);
        context.close();
    }

    /** A whole request was read. */
    void requestIsWhole() {
        isReceiving = false;
        receivingTicks = 0;
    }

    /** Whether the node has put off reading. */
    void hold(boolean isPutOff) {
        isHeld = isPutOff;
    }

    /** So many octets have come that belong to no request that was answered or handed to a worker. */
    void holds(long octets) {
        unanswered = octets;
        charge();
    }

    /** Charges what is not free; false when there is no room for it. */
    private boolean charge() {
        long over = Math.max(0, unanswered - FREE_OCTETS);
        if (over > charged && !held.tryHold(high, low, over - charged)) {
            return false;
        }
        if (over < charged) {
            held.give(high, low, charged - over);
        }
        charged = over;
        return true;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object octets) {
        isReceiving = true;
        unanswered += ((ByteBuf) octets).readableBytes();
        if (charge()) {
            context.fireChannelRead(octets);
        } else {
            ((ByteBuf) octets).release();
            end(context, LimitEvent.REQUEST_WITHOUT_ROOM);
        }
    }

    @Override
    public void read(ChannelHandlerContext context) {
        if (context.channel().isWritable()) {
            context.read();
        } else {
            isReadWanted = true;
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (isReadWanted && context.channel().isWritable()) {
            isReadWanted = false;
            context.read();
        }
        context.fireChannelWritabilityChanged();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof IdleStateEvent) {
            counts.add(LimitEvent.CONNECTION_IDLE);
        }
        context.fireUserEventTriggered(event);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        if (ticking != null) {
            ticking.cancel(false);
        }
        holds(0);
    }
}
