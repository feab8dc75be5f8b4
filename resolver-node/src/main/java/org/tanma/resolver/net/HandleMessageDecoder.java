// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;
import org.tanma.handle.wire.WireLayout;
import org.tanma.handle.wire.WireLimits;

/**
 * Cuts what comes over a connection into messages, by the length in each envelope.
 *
 * <p>Passes on each message, envelope first, as a retained slice. When an envelope declares more than a message may have
 * there is no telling where the next one begins: its envelope alone is passed on, to be refused, and the rest of the
 * connection is dropped.
 */
final class HandleMessageDecoder extends ByteToMessageDecoder {
    private boolean isLost;

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        if (isLost) {
            in.skipBytes(in.readableBytes());
            return;
        }
        if (in.readableBytes() < WireLayout.ENVELOPE_OCTETS) {
            return;
        }
        long length = in.getUnsignedInt(in.readerIndex() + WireLayout.MESSAGE_LENGTH);
        if (length > WireLimits.MESSAGE_OCTETS) {
            isLost = true;
            out.add(in.readRetainedSlice(WireLayout.ENVELOPE_OCTETS));
        } else if (in.readableBytes() >= WireLayout.ENVELOPE_OCTETS + length) {
            out.add(in.readRetainedSlice(WireLayout.ENVELOPE_OCTETS + (int) length));
        }
    }
}
