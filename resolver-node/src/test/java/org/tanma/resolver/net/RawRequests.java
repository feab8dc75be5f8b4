// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import java.nio.ByteBuffer;
import java.util.List;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.wire.HandleMessage;
import org.tanma.handle.wire.HandleMessageCodec;
import org.tanma.handle.wire.MessageEnvelope;
import org.tanma.handle.wire.MessageHeader;
import org.tanma.handle.wire.OpCode;
import org.tanma.handle.wire.OpFlags;
import org.tanma.handle.wire.ResolutionRequest;
import org.tanma.handle.wire.WireFormatException;

/** Octets of requests, and answers read by the readable codec, for tests that speak through bare sockets. */
final class RawRequests {
    private RawRequests() {}

    static byte[] resolve(int requestId, String handle) {
        try {
            return HandleMessageCodec.encode(HandleMessage.of(
                    MessageEnvelope.of(requestId),
                    MessageHeader.request(
                            OpCode.RESOLUTION,
                            OpFlags.NONE.with(OpFlags.PUBLIC_ONLY).with(OpFlags.KEEP_ALIVE)),
                    new ResolutionRequest(HandleName.parse(handle), List.of(), List.of())));
        } catch (WireFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    static HandleMessage decode(byte[] answer) {
        try {
            return HandleMessageCodec.decode(ByteBuffer.wrap(answer));
        } catch (WireFormatException e) {
            throw new AssertionError("an answer cannot be read: " + e.getMessage(), e);
        }
    }
}
