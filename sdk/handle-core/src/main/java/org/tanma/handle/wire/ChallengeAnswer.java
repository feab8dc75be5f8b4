// SPDX-License-Identifier: Apache-2.0
package org.tanma.handle.wire;

import org.tanma.handle.model.HandleName;

/**
 * A client's answer to a {@link Challenge}: which key it holds, and the proof.
 *
 * <p>Shape: authentication type ({@code HS_SECKEY} or {@code HS_PUBKEY}), the key's handle, u32 index of the key value
 * there, the proof as {@link ChallengeProof} reads it. Index 0..2³¹−1. Source: RFC 3652 section 3.5.2.
 */
public record ChallengeAnswer(String authenticationType, HandleName keyHandle, int keyIndex, Octets proof)
        implements MessageBody {
    public ChallengeAnswer {
        if (keyIndex < 0) {
            throw new IllegalArgumentException("key index " + keyIndex + " is negative");
        }
    }

    static ChallengeAnswer decode(WireReader in) throws WireFormatException {
        String type = in.readString(WireLimits.STRING_OCTETS, "authentication type");
        HandleName handle = in.readHandle("key handle");
        int index = (int) in.readBounded(0, Integer.MAX_VALUE, "key index");
        return new ChallengeAnswer(type, handle, index, in.readArray(WireLimits.PROOF_OCTETS, "proof"));
    }

    @Override
    public void encode(WireWriter out) throws WireFormatException {
        out.writeString(authenticationType, WireLimits.STRING_OCTETS, "authentication type");
        out.writeHandle(keyHandle, "key handle");
        out.writeInt(keyIndex, "key index");
        out.writeArray(proof.toArray(), WireLimits.PROOF_OCTETS, "proof");
    }
}
