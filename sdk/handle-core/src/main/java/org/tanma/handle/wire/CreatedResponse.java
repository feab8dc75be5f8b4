// SPDX-License-Identifier: Apache-2.0
package org.tanma.handle.wire;

import org.tanma.handle.model.HandleName;

/** The handle that was created, with the suffix the server chose if it was asked to (DO-IRP 3.0). */
public record CreatedResponse(HandleName handle) implements MessageBody {
    static MessageBody decode(WireReader in) throws WireFormatException {
        return in.remaining() == 0 ? RawBody.EMPTY : new CreatedResponse(in.readHandle("handle"));
    }

    @Override
    public void encode(WireWriter out) throws WireFormatException {
        out.writeHandle(handle, "handle");
    }
}
