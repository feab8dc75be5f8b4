// SPDX-License-Identifier: Apache-2.0
package org.tanma.handle.wire;

/**
 * A session is set up; its id is in the envelope.
 *
 * <p>Shape: u16 mode, array, u16 options. The array is the session key encrypted with the client's key (modes 1 and 3), the
 * server's public key (modes 2 and 4). Source: RFC 3652 section 3.7.1.
 */
public record SessionSetupResponse(int mode, Octets exchanged, int options) implements MessageBody {
    static SessionSetupResponse decode(WireReader in) throws WireFormatException {
        int mode = in.readAnyShort("key exchange mode", "the asker knows its own");
        Octets exchanged = in.readArray(WireLimits.PROOF_OCTETS, "exchanged key");
        int options = in.remaining() == 0 ? 0 : in.readAnyShort("session options", "unknown options are ignored");
        return new SessionSetupResponse(mode, exchanged, options);
    }

    @Override
    public void encode(WireWriter out) throws WireFormatException {
        out.writeShort(mode, "key exchange mode");
        out.writeArray(exchanged.toArray(), WireLimits.PROOF_OCTETS, "exchanged key");
        out.writeShort(options, "session options");
    }
}
