// SPDX-License-Identifier: Apache-2.0
package org.tanma.handle.wire;

/**
 * A session key that the client made, encrypted with the server's public key (RSA, PKCS 1 padding). Body of operation 402.
 *
 * <p>{@code handle-client} encrypts the 16 octets of an AES key, and leaves the session id of the envelope 0.
 */
public record SessionKeyRequest(Octets encryptedKey) implements MessageBody {
    static SessionKeyRequest decode(WireReader in) throws WireFormatException {
        return new SessionKeyRequest(in.readArray(WireLimits.PROOF_OCTETS, "encrypted session key"));
    }

    @Override
    public void encode(WireWriter out) throws WireFormatException {
        out.writeArray(encryptedKey.toArray(), WireLimits.PROOF_OCTETS, "encrypted session key");
    }
}
