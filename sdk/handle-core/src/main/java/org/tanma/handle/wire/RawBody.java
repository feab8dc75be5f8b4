// SPDX-License-Identifier: Apache-2.0
package org.tanma.handle.wire;

/** A body of an operation that has no type here, as it came: enough to answer that it is not supported. */
public record RawBody(Octets octets) implements MessageBody {
    public static final RawBody EMPTY = new RawBody(Octets.EMPTY);

    @Override
    public void encode(WireWriter out) throws WireFormatException {
        out.writeOctets(octets.toArray(), "body");
    }
}
