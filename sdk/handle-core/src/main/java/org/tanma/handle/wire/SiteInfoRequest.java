// SPDX-License-Identifier: Apache-2.0
package org.tanma.handle.wire;

/** Asks a server for its site; {@code handle} is what the client would resolve, often empty or a lone slash. */
public record SiteInfoRequest(String handle) implements MessageBody {
    static SiteInfoRequest decode(WireReader in) throws WireFormatException {
        return new SiteInfoRequest(in.remaining() == 0 ? "" : in.readString(WireLimits.HANDLE_OCTETS, "handle"));
    }

    @Override
    public void encode(WireWriter out) throws WireFormatException {
        out.writeString(handle, WireLimits.HANDLE_OCTETS, "handle");
    }
}
