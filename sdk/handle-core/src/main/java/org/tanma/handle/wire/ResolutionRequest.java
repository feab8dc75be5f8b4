// SPDX-License-Identifier: Apache-2.0
package org.tanma.handle.wire;

import java.util.ArrayList;
import java.util.List;
import org.tanma.handle.model.HandleName;

/**
 * Asks for the values of a handle.
 *
 * <p>Values whose index or type is listed are wanted; both lists empty: all. A type ending in {@code "."} asks for its
 * subtypes too. Source: RFC 3652 section 3.2.1.
 */
public record ResolutionRequest(HandleName handle, List<Integer> indexes, List<String> types) implements MessageBody {
    public ResolutionRequest {
        indexes = List.copyOf(indexes);
        types = List.copyOf(types);
    }

    /** Asks for all values. */
    public static ResolutionRequest all(HandleName handle) {
        return new ResolutionRequest(handle, List.of(), List.of());
    }

    static ResolutionRequest decode(WireReader in) throws WireFormatException {
        HandleName handle = in.readHandle("handle");
        List<Integer> indexes = MessageBodyCodec.readIndexes(in);
        int count = in.readCount(WireLimits.TYPES, WireLayout.LENGTH_OCTETS, "number of types");
        List<String> types = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            types.add(in.readString(WireLimits.STRING_OCTETS, "type"));
        }
        return new ResolutionRequest(handle, indexes, types);
    }

    @Override
    public void encode(WireWriter out) throws WireFormatException {
        out.writeHandle(handle, "handle");
        MessageBodyCodec.writeIndexes(indexes, out);
        out.writeCount(types.size(), WireLimits.TYPES, "number of types");
        for (String type : types) {
            out.writeString(type, WireLimits.STRING_OCTETS, "type");
        }
    }
}
