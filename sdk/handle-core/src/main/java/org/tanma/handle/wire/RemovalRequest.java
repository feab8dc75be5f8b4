// SPDX-License-Identifier: Apache-2.0
package org.tanma.handle.wire;

import java.util.List;
import org.tanma.handle.model.HandleName;

/**
 * Asks to remove the values at these indexes.
 *
 * <p>Shape: handle, u32 count, u32 indexes. Body of operation 103. Source: RFC 3652 section 3.6.3.
 */
public record RemovalRequest(HandleName handle, List<Integer> indexes) implements MessageBody {
    public RemovalRequest {
        indexes = List.copyOf(indexes);
    }

    static RemovalRequest decode(WireReader in) throws WireFormatException {
        return new RemovalRequest(in.readHandle("handle"), MessageBodyCodec.readIndexes(in));
    }

    @Override
    public void encode(WireWriter out) throws WireFormatException {
        out.writeHandle(handle, "handle");
        MessageBodyCodec.writeIndexes(indexes, out);
    }
}
