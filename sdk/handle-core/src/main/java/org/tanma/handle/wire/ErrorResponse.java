// SPDX-License-Identifier: Apache-2.0
package org.tanma.handle.wire;

import java.util.List;

/** Why a request failed, for people, and the value indexes it concerns if any (RFC 3652 section 3.3). */
public record ErrorResponse(String message, List<Integer> indexes) implements MessageBody {
    public ErrorResponse {
        indexes = List.copyOf(indexes);
    }

    public static ErrorResponse of(String message) {
        return new ErrorResponse(message, List.of());
    }

    static ErrorResponse decode(WireReader in) throws WireFormatException {
        String message = in.remaining() == 0 ? "" : in.readString(WireLimits.STRING_OCTETS, "error message");
        return new ErrorResponse(message, in.remaining() == 0 ? List.of() : MessageBodyCodec.readIndexes(in));
    }

    @Override
    public void encode(WireWriter out) throws WireFormatException {
        out.writeString(message, WireLimits.STRING_OCTETS, "error message");
        if (!indexes.isEmpty()) {
            MessageBodyCodec.writeIndexes(indexes, out);
        }
    }
}
