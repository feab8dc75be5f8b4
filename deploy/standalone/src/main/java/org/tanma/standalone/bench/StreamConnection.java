// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.bench;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A connection by TCP, made again whenever it ends.
 *
 * <p>Questions under way when a server ends a connection on which it answered before are sent again on the next one, and
 * their latency goes on counting; a connection that ended without any answer fails them. After {@value #SINGLE_ANSWERS}
 * connections in a row that ended with one answer each, the server is taken for one that answers once a connection: from
 * then on every question gets a connection of its own, as when that was asked for.
 */
final class StreamConnection extends LoadConnection {
    private static final int SINGLE_ANSWERS = 3;
    private static final int MOST_RESENDS = 8;
    private static final long RETRY_MILLIS = 5;
    private static final int OUT_OCTETS = 4_096;

    private enum State {
        NONE,
        CONNECTING,
        OPEN,
        ENDING
    }

    private final AnswerReader reader;
    private State state = State.NONE;
    private @Nullable Channel channel;
    private @Nullable ByteBuf out;
    private boolean isClosed;
    private boolean isSingle;
    private int answers;
    private int singleAnswers;

    StreamConnection(Lane lane, QuestionTemplate template) {
        super(lane, template, lane.plan().isOnePerConnection() ? 1 : lane.plan().depth(), ByteBufAllocator.DEFAULT);
        this.isSingle = lane.plan().isOnePerConnection();
        this.reader = template.newReader(this);
    }

    @Override
    ChannelFuture connect() {
        state = State.CONNECTING;
        answers = 0;
        reader.reset();
        ChannelFuture connected = new Bootstrap()
                .group(lane().loop())
                .channel(LoopKind.best().socketChannel())
                .option(ChannelOption.ALLOCATOR, PooledByteBufAllocator.DEFAULT)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int)
                        lane().plan().timeout().toMillis())
                .handler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel opening) {
                        lane().work()
                                .tls()
                                .ifPresent(tls -> opening.pipeline().addLast(tls.newHandler(opening.alloc())));
                        opening.pipeline().addLast(new Reader());
                    }
                })
                .connect(lane().plan().target());
        channel = connected.channel();
        if (isSingle) {
            channel.config().setOption(ChannelOption.SO_LINGER, 0);
        }
        return connected;
    }

    @Override
    void send(Slot slot) {
        if (state == State.OPEN && !isSingle) {
            append(slot);
        } else if (state == State.NONE) {
            reconnect();
        }
    }

    private void append(Slot slot) {
        if (out == null) {
            out = ByteBufAllocator.DEFAULT.directBuffer(OUT_OCTETS);
        }
        ByteBuf question = slot.question;
        out.writeBytes(question, 0, question.writerIndex());
        slot.isSent = true;
        reader.sent(slot);
        flushLater();
    }

    @Override
    void flushNow() {
        ByteBuf octets = out;
        if (octets != null && channel != null) {
            out = null;
            channel.writeAndFlush(octets, channel.voidPromise());
        }
    }

    /** Answers may come in any order, but a stream that owes one for so long is broken: it is made again. */
    @Override
    void giveUpBefore(long nanos) {
        boolean isLate = false;
        for (Slot slot : slots()) {
            isLate |= slot.isBusy && slot.intendedNanos - nanos < 0 && state == State.OPEN;
        }
        if (isLate && channel != null) {
            failAll("timeout");
            channel.close();
        }
    }

    private void failAll(String kind) {
        state = State.ENDING;
        for (Slot slot : slots()) {
            if (slot.isBusy) {
                lane().failed(slot, kind);
            }
        }
    }

    @Override
    void close() {
        isClosed = true;
        if (channel != null) {
            channel.close();
        }
    }

    private void opened() {
        state = State.OPEN;
        for (Slot slot : slots()) {
            if (slot.isBusy) {
                append(slot);
                if (isSingle) {
                    break;
                }
            }
        }
        lane().readComplete();
    }

    private void ended() {
        state = State.NONE;
        if (out != null) {
            out.release();
            out = null;
        }
        if (isClosed) {
            return;
        }
        singleAnswers = answers == 1 ? singleAnswers + 1 : 0;
        isSingle |= singleAnswers >= SINGLE_ANSWERS;
        boolean wasUseful = answers > 0;
        if (lane().isMeasuring()) {
            lane().tally().reconnect();
        }
        state = State.ENDING;
        takeBack(wasUseful);
        state = State.NONE;
        boolean isAwaited = !isSingle || slots().stream().anyMatch(slot -> slot.isBusy);
        if (isAwaited && wasUseful) {
            reconnect();
        } else if (isAwaited) {
            reconnectLater();
        }
    }

    /** Questions that were sent and not answered when the connection ended. */
    private void takeBack(boolean wasUseful) {
        for (Slot slot : slots()) {
            if (!slot.isBusy || !slot.isSent) {
                continue;
            }
            slot.isSent = false;
            slot.resends++;
            if (!wasUseful || slot.resends > MOST_RESENDS) {
                lane().failed(slot, "closed");
            } else if (lane().isMeasuring()) {
                lane().tally().resend();
            }
        }
    }

    private void reconnectLater() {
        state = State.CONNECTING;
        lane().loop().schedule(this::reconnect, RETRY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void reconnect() {
        if (isClosed) {
            return;
        }
        connect().addListener((ChannelFutureListener) connected -> {
            if (!connected.isSuccess() && !isClosed) {
                failAll("connect");
                reconnectLater();
            }
        });
    }

    private final class Reader extends ChannelInboundHandlerAdapter {
        private @Nullable ByteBuf rest;

        @Override
        public void channelActive(ChannelHandlerContext context) {
            if (context.channel() == channel) {
                opened();
            }
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            ByteBuf in = (ByteBuf) message;
            if (rest != null) {
                in = ByteToMessageDecoder.MERGE_CUMULATOR.cumulate(context.alloc(), rest, in);
                rest = null;
            }
            int taken = 1;
            while (taken > 0 && in.isReadable() && state == State.OPEN) {
                taken = reader.take(in, in.readerIndex());
                if (taken > 0) {
                    answers++;
                    in.skipBytes(taken);
                }
            }
            if (taken == AnswerReader.LOST) {
                failAll(AnswerCheck.MALFORMED);
                context.close();
            }
            if (in.isReadable() && state == State.OPEN && taken == 0) {
                rest = in;
            } else {
                in.release();
            }
            if (isSingle && answers > 0) {
                context.close();
            }
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext context) {
            lane().readComplete();
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            if (rest != null) {
                rest.release();
                rest = null;
            }
            if (context.channel() == channel) {
                ended();
                lane().readComplete();
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            context.close();
        }
    }
}
