// SPDX-License-Identifier: Apache-2.0
package org.tanma.handle.wire;

import org.tanma.handle.model.HandleName;

/**
 * Asks the server that keeps a secret key whether somebody has proven to hold it.
 *
 * <p>Shape: key handle, u32 key index, nonce, digest of the request (without its algorithm), proof, as arrays. Body of
 * operation 201. Source: RFC 3652 section 3.5.3.
 */
public record VerifyRequest(HandleName keyHandle, int keyIndex, Octets nonce, Octets requestDigest, Octets proof)
        implements MessageBody {
    private static final int MOST_DIGEST_OCTETS = 64;

    public VerifyRequest {
        if (keyIndex < 0) {
            throw new IllegalArgumentException("key index " + keyIndex + " is negative");
        }
    }

    static VerifyRequest decode(WireReader in) throws WireFormatException {
        HandleName handle = in.readHandle("key handle");
        int index = (int) in.readBounded(0, Integer.MAX_VALUE, "key index");
        Octets nonce = Challenge.readNonce(in);
        Octets digest = in.readArray(MOST_DIGEST_OCTETS, "request digest");
        return new VerifyRequest(handle, index, nonce, digest, in.readArray(WireLimits.PROOF_OCTETS, "proof"));
    }

    @Override
    public void encode(WireWriter out) throws WireFormatException {
        out.writeHandle(keyHandle, "key handle");
        out.writeInt(keyIndex, "key index");
        out.writeArray(nonce.toArray(), WireLimits.NONCE_OCTETS, "nonce");
        out.writeArray(requestDigest.toArray(), MOST_DIGEST_OCTETS, "request digest");
        out.writeArray(proof.toArray(), WireLimits.PROOF_OCTETS, "proof");
    }
}
