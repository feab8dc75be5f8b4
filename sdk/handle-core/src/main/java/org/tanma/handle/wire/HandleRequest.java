// SPDX-License-Identifier: Apache-2.0
package org.tanma.handle.wire;

import org.tanma.handle.model.HandleName;

/**
 * Asks to do something to a handle as a whole.
 *
 * <p>Shape: handle. Body of operations 101 (delete), 105 and 106 (list what is under this prefix handle), 300 and 301 (home
 * and unhome it), 302 (list homed prefixes). Source: RFC 3652 section 3.6.
 */
public record HandleRequest(HandleName handle) implements MessageBody {
    static HandleRequest decode(WireReader in) throws WireFormatException {
        return new HandleRequest(in.readHandle("handle"));
    }

    @Override
    public void encode(WireWriter out) throws WireFormatException {
        out.writeHandle(handle, "handle");
    }
}
