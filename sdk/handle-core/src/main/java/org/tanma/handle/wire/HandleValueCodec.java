// SPDX-License-Identifier: Apache-2.0
package org.tanma.handle.wire;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.model.Ttl;
import org.tanma.handle.model.ValuePermissions;
import org.tanma.handle.model.ValueReference;

/**
 * One handle value to octets and back; the same octets on the wire and in a store.
 *
 * <p>Shape: index, timestamp, TTL type, TTL, permissions, type, data, references, as {@link WireLayout} tables them.
 * Stateless. Source: RFC 3651 section 3.1.
 */
public final class HandleValueCodec {
    private static final int ABSOLUTE = 1;
    private static final int ALL_PERMISSIONS = 0x0F;
    private static final int SMALLEST_REFERENCE = 2 * WireLayout.LENGTH_OCTETS;

    private HandleValueCodec() {}

    /** The value that these octets are, all of them. */
    public static HandleValue decode(ByteBuffer octets) throws WireFormatException {
        WireReader in = new WireReader(octets);
        HandleValue value = decode(in);
        in.requireEnd("value");
        return value;
    }

    /** The next value; the reader goes on after it. */
    public static HandleValue decode(WireReader in) throws WireFormatException {
        int index = (int) in.readBounded(1, Integer.MAX_VALUE, "value index");
        long timestamp = in.readBounded(0, 0xFFFF_FFFFL, "value timestamp");
        boolean isAbsolute = in.readBoundedOctet(0, ABSOLUTE, "value TTL type") == ABSOLUTE;
        Ttl ttl = new Ttl(isAbsolute, in.readBounded(0, 0xFFFF_FFFFL, "value TTL"));
        ValuePermissions permissions =
                ValuePermissions.fromBits(in.readBoundedOctet(0, ALL_PERMISSIONS, "value permissions"));
        String type = in.readString(WireLimits.STRING_OCTETS, "value type");
        byte[] data = in.readArray(WireLimits.ARRAY_OCTETS, "value data").toArray();
        return new HandleValue(index, type, data, ttl, permissions, timestamp, decodeReferences(in));
    }

    public static byte[] encode(HandleValue value) throws WireFormatException {
        WireWriter out = new WireWriter(2 * WireLimits.ARRAY_OCTETS);
        encode(value, out);
        return out.toArray();
    }

    public static void encode(HandleValue value, WireWriter out) throws WireFormatException {
        out.writeInt(value.index(), "value index");
        out.writeUnsigned(value.timestampSeconds(), "value timestamp");
        out.writeOctet(value.ttl().isAbsolute() ? ABSOLUTE : 0, "value TTL type");
        out.writeUnsigned(value.ttl().seconds(), "value TTL");
        out.writeOctet(value.permissions().bits(), "value permissions");
        out.writeString(value.type(), WireLimits.STRING_OCTETS, "value type");
        out.writeArray(value.data(), WireLimits.ARRAY_OCTETS, "value data");
        encodeReferences(value.references(), out);
    }

    /** A list of references: also what an {@code HS_VLIST} value holds. */
    public static List<ValueReference> decodeReferences(WireReader in) throws WireFormatException {
        int count = in.readCount(WireLimits.REFERENCES, SMALLEST_REFERENCE, "number of references");
        List<ValueReference> references = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String handle = in.readString(WireLimits.HANDLE_OCTETS, "reference handle");
            int index = (int) in.readBounded(0, Integer.MAX_VALUE, "reference index");
            references.add(new ValueReference(handle, index));
        }
        return references;
    }

    public static void encodeReferences(List<ValueReference> references, WireWriter out) throws WireFormatException {
        out.writeCount(references.size(), WireLimits.REFERENCES, "number of references");
        for (ValueReference reference : references) {
            out.writeString(reference.handle(), WireLimits.HANDLE_OCTETS, "reference handle");
            out.writeInt(reference.index(), "reference index");
        }
    }
}
