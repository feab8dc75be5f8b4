// SPDX-License-Identifier: Apache-2.0
package org.tanma.handle.wire;

import org.tanma.handle.model.HandleName;

/**
 * Names the key by which a client of the Chinese system will prove who it is, once for a connection.
 *
 * <p>Shape: key handle, u32 key index. Body of operation 2001, answered by a challenge; its proof makes the session id
 * that the client put into the envelope stand for the caller. Source: the public client SDKs of that system; what an answer
 * holds beside its code they do not read.
 */
public record LoginRequest(HandleName keyHandle, int keyIndex) implements MessageBody {
    public LoginRequest {
        if (keyIndex < 0) {
            throw new IllegalArgumentException("key index " + keyIndex + " is negative");
        }
    }

    static LoginRequest decode(WireReader in) throws WireFormatException {
        HandleName handle = in.readHandle("key handle");
        return new LoginRequest(handle, (int) in.readBounded(0, Integer.MAX_VALUE, "key index"));
    }

    @Override
    public void encode(WireWriter out) throws WireFormatException {
        out.writeHandle(keyHandle, "key handle");
        out.writeInt(keyIndex, "key index");
    }
}
