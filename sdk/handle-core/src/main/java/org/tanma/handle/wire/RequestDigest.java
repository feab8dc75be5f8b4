// SPDX-License-Identifier: Apache-2.0
package org.tanma.handle.wire;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The digest of a request's header and body, with which an answer begins when the request asked for it.
 *
 * <p>Ties an answer to its question. Source: RFC 3652 section 2.2.3.
 */
public record RequestDigest(DigestAlgorithm algorithm, Octets digest) {
    public RequestDigest {
        if (digest.length() != algorithm.octets()) {
            throw new IllegalArgumentException(
                    "a " + algorithm + " digest has " + algorithm.octets() + " octets, not " + digest.length());
        }
    }

    /** The digest of an encoded request, envelope first; throws when its header or body is cut short. */
    public static RequestDigest ofRequest(DigestAlgorithm algorithm, ByteBuffer request) throws WireFormatException {
        WireReader in = new WireReader(request);
        in.region(WireLayout.BODY_LENGTH, "header");
        int bodyLength = (int) in.readBounded(0, WireLimits.MESSAGE_OCTETS, "body length");
        in.region(bodyLength, "body");
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm.jdkName());
            digest.update(request.slice(
                    request.position() + WireLayout.ENVELOPE_OCTETS, WireLayout.HEADER_OCTETS + bodyLength));
            return new RequestDigest(algorithm, Octets.of(digest.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + algorithm.jdkName(), e);
        }
    }

    static RequestDigest decode(WireReader in) throws WireFormatException {
        DigestAlgorithm algorithm = DigestAlgorithm.decode(in);
        return new RequestDigest(algorithm, in.readOctets(algorithm.octets(), "request digest"));
    }

    void encode(WireWriter out) throws WireFormatException {
        out.writeOctet(algorithm.code(), "digest algorithm");
        out.writeOctets(digest.toArray(), "request digest");
    }
}
