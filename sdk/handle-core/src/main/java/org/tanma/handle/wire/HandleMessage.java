// SPDX-License-Identifier: Apache-2.0
package org.tanma.handle.wire;

import java.util.Optional;

/**
 * One message: envelope, header, the digest of the request it answers if that was asked for, body, credential.
 *
 * <p>The lengths in envelope and header are those of the octets it was decoded from; encoding writes the real ones. The
 * credential is kept as it came; empty is none.
 */
public record HandleMessage(
        MessageEnvelope envelope,
        MessageHeader header,
        Optional<RequestDigest> requestDigest,
        MessageBody body,
        Octets credential) {

    /** A message without digest and credential. */
    public static HandleMessage of(MessageEnvelope envelope, MessageHeader header, MessageBody body) {
        return new HandleMessage(envelope, header, Optional.empty(), body, Octets.EMPTY);
    }

    /** An answer to this request with the same version, request id and flags, without digest. */
    public HandleMessage toAnswer(ResponseCode outcome, int siteInfoSerial, MessageBody answer) {
        OpFlags flags = header.flags().without(OpFlags.RETURN_DIGEST);
        return of(envelope.toAnswer(), header.toAnswer(outcome, siteInfoSerial).withFlags(flags), answer);
    }

    /** The same answer, beginning with a digest. */
    public HandleMessage withRequestDigest(RequestDigest digest) {
        OpFlags flags = header.flags().with(OpFlags.RETURN_DIGEST);
        return new HandleMessage(envelope, header.withFlags(flags), Optional.of(digest), body, credential);
    }
}
