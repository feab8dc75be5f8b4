// SPDX-License-Identifier: Apache-2.0
package org.tanma.handle.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.List;
import net.handle.hdllib.AuthenticationInfo;
import net.handle.hdllib.ChallengeAnswerRequest;
import net.handle.hdllib.ChallengeResponse;
import net.handle.hdllib.PublicKeyAuthenticationInfo;
import net.handle.hdllib.SecretKeyAuthenticationInfo;
import net.handle.hdllib.Util;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.model.Ttl;
import org.tanma.handle.model.ValuePermissions;

/** The reference client proves its keys to us, and reads the challenges we make. */
class ChallengeInteropTest {
    private static final byte[] ADMIN = "0.NA/20.500.12345".getBytes(StandardCharsets.UTF_8);
    private static final byte[] SECRET = {'s', 'e', 'c', (byte) 0xFF, 0, (byte) 0x80};

    private static net.handle.hdllib.ResolutionRequest request(int minor) {
        net.handle.hdllib.ResolutionRequest request = new net.handle.hdllib.ResolutionRequest(
                WireMessages.KILN.toString().getBytes(StandardCharsets.UTF_8), null, null, null);
        request.majorProtocolVersion = 2;
        request.minorProtocolVersion = (byte) minor;
        return request;
    }

    private static ChallengeResponse theirChallenge(net.handle.hdllib.ResolutionRequest request, int minor, int hash)
            throws Exception {
        ChallengeResponse challenge = new ChallengeResponse(request);
        challenge.majorProtocolVersion = 2;
        challenge.minorProtocolVersion = (byte) minor;
        challenge.rdHashType = (byte) hash;
        challenge.requestDigest = Util.doDigest((byte) hash, request.getEncodedMessageBody());
        return challenge;
    }

    private static HandleValue value(String type, byte[] data) {
        return new HandleValue(300, type, data, Ttl.DEFAULT, ValuePermissions.PRIVATE, 0, List.of());
    }

    private static boolean isMet(HandleValue key, AuthenticationInfo auth, int minor, int hash) throws Exception {
        net.handle.hdllib.ResolutionRequest request = request(minor);
        ChallengeResponse theirs = theirChallenge(request, minor, hash);
        Challenge challenge =
                (Challenge) HandleMessageCodec.decode(ByteBuffer.wrap(WireInteropTest.withEnvelope(theirs)))
                        .body();
        assertThat(challenge.nonce().toArray()).isEqualTo(theirs.nonce);
        byte[] answerOctets = WireInteropTest.withEnvelope(new ChallengeAnswerRequest(request, theirs, auth));
        HandleMessage answer = HandleMessageCodec.decode(ByteBuffer.wrap(answerOctets));
        assertThat(HandleMessageCodec.encode(answer)).isEqualTo(answerOctets);
        ChallengeAnswer body = (ChallengeAnswer) answer.body();
        assertThat(body.keyHandle()).isEqualTo(HandleName.decode(ADMIN));
        assertThat(body.keyIndex()).isEqualTo(300);
        Challenge other = new Challenge(Octets.of(new byte[Challenge.NONCE_OCTETS]), challenge.requestDigest());
        assertThat(ChallengeProof.isMet(key, other, body))
                .as("for another nonce")
                .isFalse();
        return ChallengeProof.isMet(key, challenge, body);
    }

    @ParameterizedTest
    @CsvSource({"3,1", "3,2", "6,3", "7,1", "10,2", "11,3"})
    void secretKey_isProven(int minor, int hash) throws Exception {
        HandleValue key = value("HS_SECKEY", SECRET);
        assertThat(isMet(key, new SecretKeyAuthenticationInfo(ADMIN, 300, SECRET), minor, hash))
                .isTrue();
        byte[] wrong = {'s', 'e', 'c', 'r', 'e', 't'};
        assertThat(isMet(key, new SecretKeyAuthenticationInfo(ADMIN, 300, wrong), minor, hash))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"RSA,3,2", "RSA,7,3", "RSA,11,3", "DSA,3,2", "DSA,10,3", "DSA,11,3"})
    void publicKey_isProven(String algorithm, int minor, int hash) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(1024);
        KeyPair pair = generator.generateKeyPair();
        HandleValue key = value("HS_PUBKEY", Util.getBytesFromPublicKey(pair.getPublic()));
        assertThat(isMet(key, new PublicKeyAuthenticationInfo(ADMIN, 300, pair.getPrivate()), minor, hash))
                .isTrue();
        PublicKeyAuthenticationInfo other = new PublicKeyAuthenticationInfo(
                ADMIN, 300, generator.generateKeyPair().getPrivate());
        assertThat(isMet(key, other, minor, hash)).isFalse();
        assertThat(isMet(value("HS_SECKEY", key.data()), other, minor, hash)).isFalse();
    }

    @Test
    void ourChallenge_isReadByThem() throws Exception {
        HandleMessage asked = WireMessages.request(ResolutionRequest.all(WireMessages.KILN), OpCode.RESOLUTION);
        RequestDigest digest =
                RequestDigest.ofRequest(DigestAlgorithm.SHA_256, ByteBuffer.wrap(HandleMessageCodec.encode(asked)));
        Challenge ours =
                new Challenge(Octets.of(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16}), digest);
        HandleMessage answer = asked.toAnswer(ResponseCode.AUTHENTICATION_NEEDED, 1, ours);
        answer = HandleMessage.of(
                answer.envelope(),
                answer.header().withFlags(answer.header().flags().with(OpFlags.RETURN_DIGEST)),
                ours);
        ChallengeResponse theirs = (ChallengeResponse) WireInteropTest.theirs(answer);
        assertThat(theirs.nonce).isEqualTo(ours.nonce().toArray());
        assertThat(theirs.requestDigest).isEqualTo(digest.digest().toArray());
        assertThat(theirs.rdHashType).isEqualTo((byte) 3);
        assertThat(HandleMessageCodec.decode(ByteBuffer.wrap(HandleMessageCodec.encode(answer))))
                .extracting(HandleMessage::body)
                .isEqualTo(ours);
        ChallengeAnswer proof = new ChallengeAnswer(
                "HS_SECKEY", HandleName.decode(ADMIN), 300, ChallengeProof.bySecretKey(SECRET, ours));
        assertThat(ChallengeProof.isMet(value("HS_SECKEY", SECRET), ours, proof))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"RSA", "DSA", "DH"})
    void keyRecord_bothWays(String algorithm) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(1024);
        var key = generator.generateKeyPair().getPublic();
        byte[] theirs = Util.getBytesFromPublicKey(key);
        assertThat(KeyRecord.encode(key)).isEqualTo(theirs);
        assertThat(KeyRecord.encode(KeyRecord.decode(ByteBuffer.wrap(theirs)))).isEqualTo(theirs);
    }
}
