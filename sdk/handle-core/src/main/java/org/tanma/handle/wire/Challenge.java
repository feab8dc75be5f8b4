// SPDX-License-Identifier: Apache-2.0
package org.tanma.handle.wire;

import java.util.Arrays;

/**
 * What a server asks of a client before it does what was requested: prove to hold a key.
 *
 * <p>Shape: body of an answer with code {@link ResponseCode#AUTHENTICATION_NEEDED}: the digest of the request (algorithm
 * octet, digest) and a nonce. The nonce has 1 to {@value WireLimits#NONCE_OCTETS} octets, {@value #NONCE_OCTETS} when made
 * by a server in use. The digest binds the proof to one request, the nonce to one time. Source: RFC 3652 section 3.5.1.
 */
public record Challenge(Octets nonce, RequestDigest requestDigest) implements MessageBody {
    /** Octets of the nonce that servers send. */
    public static final int NONCE_OCTETS = 16;

    public Challenge {
        if (nonce.length() < 1 || nonce.length() > WireLimits.NONCE_OCTETS) {
            throw new IllegalArgumentException(
                    "a nonce of " + nonce.length() + " octets is outside 1.." + WireLimits.NONCE_OCTETS);
        }
    }

    /** What a proof is made over: nonce, then digest, without lengths. */
    public byte[] toProve() {
        byte[] first = nonce.toArray();
        byte[] second = requestDigest.digest().toArray();
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    static Challenge decode(WireReader in) throws WireFormatException {
        RequestDigest digest = RequestDigest.decode(in);
        return new Challenge(readNonce(in), digest);
    }

    static Octets readNonce(WireReader in) throws WireFormatException {
        int at = in.offset();
        Octets nonce = in.readArray(WireLimits.NONCE_OCTETS, "nonce");
        if (nonce.length() == 0) {
            throw new WireFormatException(WireFormatException.Reason.OUT_OF_RANGE, "nonce", at, 1, 0);
        }
        return nonce;
    }

    @Override
    public void encode(WireWriter out) throws WireFormatException {
        requestDigest.encode(out);
        out.writeArray(nonce.toArray(), WireLimits.NONCE_OCTETS, "nonce");
    }
}
