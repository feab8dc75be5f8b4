// SPDX-License-Identifier: Apache-2.0
package org.tanma.handle.wire;

import java.util.List;
import org.tanma.handle.model.HandleValue;

/**
 * Who answers instead: a service handle, or the sites themselves as {@code HS_SITE} values.
 *
 * <p>Shape: handle, empty when the values say it all, and, if there are values, u32 count and values. Body of answers with
 * codes 302 and 303. Source: RFC 3652 section 3.4; DO-IRP 3.0.
 */
public record Referral(String handle, List<HandleValue> values) implements MessageBody {
    public Referral {
        values = List.copyOf(values);
    }

    static Referral decode(WireReader in) throws WireFormatException {
        String handle = in.remaining() == 0 ? "" : in.readString(WireLimits.HANDLE_OCTETS, "referral handle");
        return new Referral(handle, in.remaining() == 0 ? List.of() : MessageBodyCodec.readValues(in));
    }

    @Override
    public void encode(WireWriter out) throws WireFormatException {
        out.writeString(handle, WireLimits.HANDLE_OCTETS, "referral handle");
        if (!values.isEmpty()) {
            MessageBodyCodec.writeValues(values, out);
        }
    }
}
