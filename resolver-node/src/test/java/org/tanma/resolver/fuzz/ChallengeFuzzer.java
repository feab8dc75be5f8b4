// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.fuzz;

import java.nio.ByteBuffer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.model.Ttl;
import org.tanma.handle.model.ValuePermissions;
import org.tanma.handle.wire.Challenge;
import org.tanma.handle.wire.ChallengeAnswer;
import org.tanma.handle.wire.ChallengeProof;
import org.tanma.handle.wire.DigestAlgorithm;
import org.tanma.handle.wire.Octets;
import org.tanma.handle.wire.RequestDigest;

/**
 * No proof that is not made with the key is believed, none makes the node fail, and none makes it work long. The first
 * octet of an input says how many of the next are the key's value; the rest are the proof.
 */
class ChallengeFuzzer {
    private static final Challenge CHALLENGE = new Challenge(
            Octets.of(new byte[Challenge.NONCE_OCTETS]),
            new RequestDigest(DigestAlgorithm.SHA_1, Octets.of(new byte[20])));
    private static final byte[] SECRET = {0x73, 0x65, 0x63, 0x72, 0x65, 0x74, (byte) 0xE7, 0x13, 0x57, (byte) 0x99};

    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length == 0) {
            return;
        }
        ByteBuffer in = ByteBuffer.wrap(input);
        int length = Math.min(in.get() & 0xFF, in.remaining());
        byte[] key = new byte[length];
        in.get(key);
        byte[] proof = new byte[in.remaining()];
        in.get(proof);
        FuzzCorpus.bounded(() -> {
            ChallengeProof.isMet(
                    value(ChallengeProof.PUBLIC_KEY, key), CHALLENGE, answer(ChallengeProof.PUBLIC_KEY, proof));
            ChallengeProof.isMet(
                    value(ChallengeProof.SECRET_KEY, key), CHALLENGE, answer(ChallengeProof.SECRET_KEY, proof));
            if (ChallengeProof.isMet(
                    value(ChallengeProof.SECRET_KEY, SECRET), CHALLENGE, answer(ChallengeProof.SECRET_KEY, proof))) {
                throw new AssertionError("a proof made without the key was believed");
            }
        });
    }

    private static HandleValue value(String type, byte[] octets) {
        return new HandleValue(300, type, octets, Ttl.DEFAULT, ValuePermissions.PRIVATE, 0, java.util.List.of());
    }

    private static ChallengeAnswer answer(String type, byte[] proof) {
        return new ChallengeAnswer(type, HandleName.parse("0.NA/20.500.12345"), 300, Octets.of(proof));
    }

    @TestFactory
    Stream<DynamicTest> corpus() {
        return FuzzCorpus.replay(ChallengeFuzzer.class, ChallengeFuzzer::fuzzerTestOneInput);
    }
}
