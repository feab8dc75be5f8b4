// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.bench;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.socket.DatagramPacket;
import org.jspecify.annotations.Nullable;
import org.tanma.handle.wire.WireLayout;
import org.tanma.handle.wire.WireLimits;

/**
 * A connected UDP socket of its own port.
 *
 * <p>An answer in several datagrams counts once all its octets have come. What is lost is given up after the plan's
 * timeout.
 */
final class DatagramConnection extends LoadConnection {
    private static final int SOCKET_BUFFER_OCTETS = 1 << 21;
    private static final int DATAGRAMS_A_READ = 16;
    private static final int DATAGRAM_OCTETS = 2_048;

    private @Nullable Channel channel;

    DatagramConnection(Lane lane, QuestionTemplate template) {
        super(lane, template, lane.plan().depth(), ByteBufAllocator.DEFAULT);
    }

    @Override
    ChannelFuture connect() {
        Bootstrap bootstrap = new Bootstrap()
                .group(lane().loop())
                .channel(LoopKind.best().datagramChannel())
                .option(ChannelOption.ALLOCATOR, PooledByteBufAllocator.DEFAULT)
                .option(ChannelOption.SO_RCVBUF, SOCKET_BUFFER_OCTETS)
                .option(ChannelOption.SO_SNDBUF, SOCKET_BUFFER_OCTETS)
                .option(
                        ChannelOption.RECVBUF_ALLOCATOR,
                        new FixedRecvByteBufAllocator(DATAGRAMS_A_READ * DATAGRAM_OCTETS))
                .handler(new Reader());
        if (LoopKind.best() == LoopKind.EPOLL) {
            bootstrap.option(EpollChannelOption.MAX_DATAGRAM_PAYLOAD_SIZE, DATAGRAM_OCTETS);
        }
        ChannelFuture connected = bootstrap.connect(lane().plan().target());
        channel = connected.channel();
        return connected;
    }

    @Override
    void send(Slot slot) {
        Channel to = channel;
        if (to != null) {
            to.write(slot.question.retain(), to.voidPromise());
            flushLater();
        }
    }

    @Override
    void flushNow() {
        if (channel != null) {
            channel.flush();
        }
    }

    @Override
    void giveUpBefore(long nanos) {
        for (Slot slot : slots()) {
            if (slot.isBusy && slot.intendedNanos - nanos < 0) {
                lane().failed(slot, "timeout");
            }
        }
    }

    @Override
    void close() {
        if (channel != null) {
            channel.close();
        }
    }

    private void read(ByteBuf in) {
        int octets = in.readableBytes();
        int at = in.readerIndex();
        Slot slot = octets < WireLayout.ENVELOPE_OCTETS ? null : slot(in.getInt(at + WireLayout.REQUEST_ID));
        if (slot == null) {
            lane().tally().stray();
            return;
        }
        boolean isPart = (in.getByte(at + WireLayout.MESSAGE_FLAGS) & WireLayout.FLAG_TRUNCATED) != 0;
        boolean isFirst = in.getInt(at + WireLayout.SEQUENCE_NUMBER) == 0;
        String fault = isFirst ? lane().check().nativeAnswer(in, at, octets, slot.question) : AnswerCheck.RIGHT;
        slot.received += octets - WireLayout.ENVELOPE_OCTETS;
        int whole = in.getInt(at + WireLayout.MESSAGE_LENGTH);
        if (!fault.isEmpty() || !isPart || slot.received >= Math.min(whole, WireLimits.MESSAGE_OCTETS)) {
            end(slot, fault, slot.received + WireLayout.ENVELOPE_OCTETS);
        }
    }

    private final class Reader extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof DatagramPacket datagram) {
                read(datagram.content());
                datagram.release();
            } else if (message instanceof ByteBuf octets) {
                read(octets);
                octets.release();
            }
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext context) {
            lane().readComplete();
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            if (lane().isMeasuring()) {
                lane().tally().failure("socket");
            }
        }
    }
}
