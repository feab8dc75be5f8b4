// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.bench;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DatagramPacket;
import org.tanma.handle.wire.WireLayout;

/** Answers every datagram with the same message and its request id. */
@Sharable
final class FloorDatagrams extends ChannelInboundHandlerAdapter {
    private final byte[] answer;

    FloorDatagrams(byte[] answer) {
        this.answer = answer.clone();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        DatagramPacket question = (DatagramPacket) message;
        ByteBuf octets = question.content();
        if (octets.readableBytes() >= WireLayout.BODY) {
            ByteBuf out = context.alloc().directBuffer(answer.length).writeBytes(answer);
            out.setInt(WireLayout.REQUEST_ID, octets.getInt(octets.readerIndex() + WireLayout.REQUEST_ID));
            context.write(new DatagramPacket(out, question.sender()), context.voidPromise());
        }
        question.release();
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        context.flush();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        // A peer that went away is no concern of the others.
    }
}
