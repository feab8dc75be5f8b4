// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.bench;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.ByteToMessageDecoder;
import org.jspecify.annotations.Nullable;
import org.tanma.handle.wire.WireLayout;
import org.tanma.handle.wire.WireLimits;

/** Answers every message of a connection with the same message and its request id, those read together in one write. */
final class FloorStream extends ChannelInboundHandlerAdapter {
    private final byte[] answer;
    private @Nullable ByteBuf rest;
    private @Nullable ByteBuf out;

    FloorStream(byte[] answer) {
        this.answer = answer;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf in = (ByteBuf) message;
        if (rest != null) {
            in = ByteToMessageDecoder.MERGE_CUMULATOR.cumulate(context.alloc(), rest, in);
            rest = null;
        }
        while (in.readableBytes() >= WireLayout.ENVELOPE_OCTETS) {
            int at = in.readerIndex();
            long length = in.getUnsignedInt(at + WireLayout.MESSAGE_LENGTH);
            if (length > WireLimits.MESSAGE_OCTETS) {
                context.close();
                break;
            }
            int octets = WireLayout.ENVELOPE_OCTETS + (int) length;
            if (in.readableBytes() < octets) {
                break;
            }
            answer(context, in.getInt(at + WireLayout.REQUEST_ID));
            in.skipBytes(octets);
        }
        if (in.isReadable() && context.channel().isActive()) {
            rest = in;
        } else {
            in.release();
        }
    }

    private void answer(ChannelHandlerContext context, int requestId) {
        ByteBuf to = out;
        if (to == null) {
            to = context.alloc().directBuffer(answer.length);
            out = to;
        }
        int at = to.writerIndex();
        to.writeBytes(answer);
        to.setInt(at + WireLayout.REQUEST_ID, requestId);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        ByteBuf octets = out;
        if (octets != null) {
            out = null;
            context.writeAndFlush(octets, context.voidPromise());
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (rest != null) {
            rest.release();
            rest = null;
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }
}
