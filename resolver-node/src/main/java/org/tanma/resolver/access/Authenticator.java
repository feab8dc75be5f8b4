// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.access;

import java.security.PublicKey;
import java.util.Optional;
import org.tanma.handle.wire.Challenge;
import org.tanma.handle.wire.ChallengeAnswer;
import org.tanma.handle.wire.ResponseCode;

/**
 * Verifies that a caller holds the key at an index of a handle.
 *
 * <p>Work is bounded: failures make the next attempts for that key be refused at once for a while, and costly proofs run
 * a few at a time. Nothing waits. Reads keys, so it may block on a disk or a network: never called on an event loop. Safe
 * between threads.
 */
public interface Authenticator {
    /** The caller answers a challenge of this node, which the asker has checked to be fresh and unused. */
    Authentication verifyAnswer(Challenge challenge, ChallengeAnswer answer);

    /** The caller says the secret itself: HTTP Basic, over a connection that is encrypted. */
    Authentication verifySecret(Caller.Key key, byte[] secret);

    /** The caller has shown to hold the private key of this public key, as a TLS client does by its certificate. */
    Authentication verifyPublicKey(Caller.Key key, PublicKey presented);

    /** The public key that lies at an index of a handle, for sending its holder something that nobody else can read. */
    default Optional<PublicKey> findPublicKey(Caller.Key key) {
        return Optional.empty();
    }

    /** Knows no keys: nobody is verified. */
    static Authenticator none() {
        Authentication rejected =
                new Authentication.Rejected(ResponseCode.AUTHENTICATION_ERROR, "this node verifies nobody");
        return new Authenticator() {
            @Override
            public Authentication verifyAnswer(Challenge challenge, ChallengeAnswer answer) {
                return rejected;
            }

            @Override
            public Authentication verifySecret(Caller.Key key, byte[] secret) {
                return rejected;
            }

            @Override
            public Authentication verifyPublicKey(Caller.Key key, PublicKey presented) {
                return rejected;
            }
        };
    }
}
