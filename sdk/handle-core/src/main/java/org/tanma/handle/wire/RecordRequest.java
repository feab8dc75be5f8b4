// SPDX-License-Identifier: Apache-2.0
package org.tanma.handle.wire;

import java.util.List;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleValue;

/**
 * Asks to create a handle with these values, to add them, or to put them in place of those at the same indexes.
 *
 * <p>Shape: handle, u32 count, values. Body of operations 100, 102 and 104. Source: RFC 3652 section 3.6.
 */
public record RecordRequest(HandleName handle, List<HandleValue> values) implements MessageBody {
    public RecordRequest {
        values = List.copyOf(values);
    }

    static RecordRequest decode(WireReader in) throws WireFormatException {
        return new RecordRequest(in.readHandle("handle"), MessageBodyCodec.readValues(in));
    }

    @Override
    public void encode(WireWriter out) throws WireFormatException {
        out.writeHandle(handle, "handle");
        MessageBodyCodec.writeValues(values, out);
    }
}
