// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;

/**
 * Looks at the first octet of a connection: 22 begins TLS, which is then unwrapped for the handlers behind; anything else is left
 * to them as it is.
 *
 * <p>Ownership: passes on what it was given.
 */
final class TlsOrPlain extends ByteToMessageDecoder {
    private static final int HANDSHAKE = 22;

    private final TlsFace tls;

    TlsOrPlain(TlsFace tls) {
        this.tls = tls;
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        if (!in.isReadable()) {
            return;
        }
        if (in.getUnsignedByte(in.readerIndex()) == HANDSHAKE) {
            context.pipeline().addAfter(context.name(), "tls", tls.newHandler(context.alloc()));
        }
        context.pipeline().remove(this);
    }
}
