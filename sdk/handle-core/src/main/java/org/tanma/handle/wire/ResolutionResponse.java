// SPDX-License-Identifier: Apache-2.0
package org.tanma.handle.wire;

import java.util.List;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleValue;

/** The values of a handle that were asked for and may be read (RFC 3652 section 3.2.2). */
public record ResolutionResponse(HandleName handle, List<HandleValue> values) implements MessageBody {
    public ResolutionResponse {
        values = List.copyOf(values);
    }

    static ResolutionResponse decode(WireReader in) throws WireFormatException {
        return new ResolutionResponse(in.readHandle("handle"), MessageBodyCodec.readValues(in));
    }

    @Override
    public void encode(WireWriter out) throws WireFormatException {
        out.writeHandle(handle, "handle");
        MessageBodyCodec.writeValues(values, out);
    }
}
