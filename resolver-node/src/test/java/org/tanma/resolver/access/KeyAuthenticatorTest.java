// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanma.resolver.access.Administrators.secret;
import static org.tanma.resolver.access.Administrators.value;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.model.ValuePermissions;
import org.tanma.handle.wire.Challenge;
import org.tanma.handle.wire.ChallengeAnswer;
import org.tanma.handle.wire.ChallengeProof;
import org.tanma.handle.wire.DigestAlgorithm;
import org.tanma.handle.wire.KeyRecord;
import org.tanma.handle.wire.Octets;
import org.tanma.handle.wire.RequestDigest;
import org.tanma.handle.wire.ResponseCode;
import org.tanma.handle.wire.WireWriter;
import org.tanma.resolver.store.MemoryHandleStore;
import org.tanma.resolver.type.PredefinedType;

class KeyAuthenticatorTest {
    private static final HandleName OWNER = HandleName.parse("20.500.12345/owner");
    private static final Caller.Key SECRET = new Caller.Key(OWNER, 300);
    private static final Caller.Key PUBLIC = new Caller.Key(OWNER, 301);
    private static final Authentication.Verified VERIFIED = new Authentication.Verified(Caller.holding(OWNER, 300));
    private static final Challenge CHALLENGE =
            new Challenge(Octets.of(new byte[16]), new RequestDigest(DigestAlgorithm.SHA_256, Octets.of(new byte[32])));
    private static KeyPair pair;

    private final MemoryHandleStore store = new MemoryHandleStore();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final KeyAuthenticator authenticator =
            new KeyAuthenticator(StoredKeys.remembering(store, store), () -> now, 1);

    @BeforeAll
    static void makeKey() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1024);
        pair = generator.generateKeyPair();
    }

    @BeforeEach
    void fill() throws Exception {
        store.create(new HandleRecord(
                OWNER,
                List.of(
                        secret(300, "opensesame"),
                        value(301, "HS_PUBKEY", KeyRecord.encode(pair.getPublic()), ValuePermissions.PUBLIC),
                        secret(302, ""),
                        value(303, "HS_SECKEY.x", bytes("opensesame"), ValuePermissions.PRIVATE),
                        value(304, "HS_PUBKEY", new byte[] {1}, ValuePermissions.PUBLIC))));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static ResponseCode refusal(Authentication outcome) {
        assertThat(outcome).isInstanceOf(Authentication.Rejected.class);
        return ((Authentication.Rejected) outcome).code();
    }

    private Authentication tryWrong(Caller.Key key) {
        return authenticator.verifySecret(key, bytes("guess"));
    }

    @Test
    void verifySecret_right_isThatCallerAndWrongIsNobody() {
        assertThat(authenticator.verifySecret(SECRET, bytes("opensesame"))).isEqualTo(VERIFIED);
        assertThat(refusal(tryWrong(SECRET))).isEqualTo(ResponseCode.AUTHENTICATION_FAILED);
        assertThat(refusal(authenticator.verifySecret(SECRET, new byte[0])))
                .isEqualTo(ResponseCode.AUTHENTICATION_FAILED);
    }

    @Test
    void verifySecret_whatIsNoSecretKey_cannotBeHad() {
        for (int index : new int[] {301, 302, 303, 9}) {
            assertThat(refusal(authenticator.verifySecret(new Caller.Key(OWNER, index), bytes("opensesame"))))
                    .isEqualTo(ResponseCode.AUTHENTICATION_ERROR);
        }
        assertThat(refusal(authenticator.verifySecret(new Caller.Key(OWNER, 302), new byte[0])))
                .isEqualTo(ResponseCode.AUTHENTICATION_ERROR);
    }

    @Test
    void verifySecret_afterChangeOfTheKey_takesTheNewOneOnly() {
        assertThat(authenticator.verifySecret(SECRET, bytes("opensesame"))).isEqualTo(VERIFIED);

        store.createOrReplace(new HandleRecord(OWNER, List.of(secret(300, "changed"))));

        assertThat(refusal(authenticator.verifySecret(SECRET, bytes("opensesame"))))
                .isEqualTo(ResponseCode.AUTHENTICATION_FAILED);
        assertThat(authenticator.verifySecret(SECRET, bytes("changed"))).isEqualTo(VERIFIED);
    }

    @Test
    void verifySecret_failures_closeTheKeyForLongerAndLonger() {
        for (int i = 0; i < FailureTable.FREE_FAILURES; i++) {
            tryWrong(SECRET);
        }
        assertThat(authenticator.verifySecret(SECRET, bytes("opensesame"))).isEqualTo(VERIFIED);

        for (int i = 0; i <= FailureTable.FREE_FAILURES; i++) {
            tryWrong(SECRET);
        }
        assertThat(authenticator.verifySecret(SECRET, bytes("opensesame")))
                .isInstanceOfSatisfying(
                        Authentication.Rejected.class,
                        r -> assertThat(r.message()).contains("again in 1 s"));

        now = now.plusSeconds(1);
        tryWrong(SECRET);
        now = now.plusMillis(1_999);
        assertThat(authenticator.verifySecret(SECRET, bytes("opensesame"))).isNotEqualTo(VERIFIED);
        now = now.plusMillis(1);
        assertThat(authenticator.verifySecret(SECRET, bytes("opensesame"))).isEqualTo(VERIFIED);
    }

    @Test
    void verifySecret_manyFailures_closeForAMinuteAtMostAndAreForgotten() {
        FailureTable table = new FailureTable(() -> now);
        for (int i = 0; i < 1_000; i++) {
            table.failed(SECRET);
        }
        assertThat(table.secondsClosed(SECRET)).isEqualTo(FailureTable.LONGEST_SECONDS);
        assertThat(table.secondsClosed(PUBLIC)).isZero();

        now = now.plus(FailureTable.MEMORY).plus(Duration.ofSeconds(1));
        table.failed(SECRET);
        assertThat(table.secondsClosed(SECRET)).isZero();
    }

    @Test
    void verifySecret_attemptsWhileClosed_doNotProlongIt() {
        for (int i = 0; i <= FailureTable.FREE_FAILURES; i++) {
            tryWrong(SECRET);
        }
        for (int i = 0; i < 100; i++) {
            tryWrong(SECRET);
        }
        now = now.plusSeconds(1);
        assertThat(authenticator.verifySecret(SECRET, bytes("opensesame"))).isEqualTo(VERIFIED);
    }

    @Test
    void verifyPublicKey_sameKey_isVerifiedAndAnotherIsNot() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1024);

        assertThat(authenticator.verifyPublicKey(PUBLIC, pair.getPublic()))
                .isEqualTo(new Authentication.Verified(Caller.holding(OWNER, 301)));
        assertThat(refusal(authenticator.verifyPublicKey(
                        PUBLIC, generator.generateKeyPair().getPublic())))
                .isEqualTo(ResponseCode.AUTHENTICATION_FAILED);
        assertThat(refusal(authenticator.verifyPublicKey(SECRET, pair.getPublic())))
                .isEqualTo(ResponseCode.AUTHENTICATION_ERROR);
        assertThat(refusal(authenticator.verifyPublicKey(new Caller.Key(OWNER, 304), pair.getPublic())))
                .isEqualTo(ResponseCode.AUTHENTICATION_FAILED);
    }

    private static ChallengeAnswer answer(String type, int index, Octets proof) {
        return new ChallengeAnswer(type, OWNER, index, proof);
    }

    @Test
    void verifyAnswer_secretKey_isVerifiedByItsProof() {
        Octets right = ChallengeProof.bySecretKey(bytes("opensesame"), CHALLENGE);
        Octets wrong = ChallengeProof.bySecretKey(bytes("guess"), CHALLENGE);

        assertThat(authenticator.verifyAnswer(CHALLENGE, answer("HS_SECKEY", 300, right)))
                .isEqualTo(VERIFIED);
        assertThat(refusal(authenticator.verifyAnswer(CHALLENGE, answer("HS_SECKEY", 300, wrong))))
                .isEqualTo(ResponseCode.AUTHENTICATION_FAILED);
        assertThat(refusal(authenticator.verifyAnswer(CHALLENGE, answer("HS_SECKEY", 0, right))))
                .isEqualTo(ResponseCode.INVALID_CREDENTIAL);
        assertThat(refusal(authenticator.verifyAnswer(CHALLENGE, answer("HS_CERT", 300, right))))
                .isEqualTo(ResponseCode.INVALID_CREDENTIAL);
        assertThat(refusal(authenticator.verifyAnswer(CHALLENGE, answer("HS_SECKEY", 301, right))))
                .isEqualTo(ResponseCode.AUTHENTICATION_ERROR);
        assertThat(refusal(authenticator.verifyAnswer(CHALLENGE, answer("HS_SECKEY", 300, Octets.of(new byte[0])))))
                .isEqualTo(ResponseCode.AUTHENTICATION_FAILED);
    }

    @Test
    void verifyAnswer_publicKey_isVerifiedHoweverOftenOthersFailed() throws Exception {
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(pair.getPrivate());
        signature.update(CHALLENGE.toProve());
        WireWriter proof = new WireWriter(4096);
        proof.writeString("SHA-256", 64, "hash");
        proof.writeArray(signature.sign(), 1024, "signature");
        Octets right = Octets.of(proof.toArray());

        for (int i = 0; i < 100; i++) {
            assertThat(refusal(
                            authenticator.verifyAnswer(CHALLENGE, answer("HS_PUBKEY", 301, Octets.of(new byte[] {1})))))
                    .isEqualTo(ResponseCode.AUTHENTICATION_FAILED);
        }

        assertThat(authenticator.verifyAnswer(CHALLENGE, answer("HS_PUBKEY", 301, right)))
                .isEqualTo(new Authentication.Verified(Caller.holding(OWNER, 301)));
    }

    @Test
    void verifyAnswer_derivedKeys_areCheckedOneAtATime() {
        Octets derived = Octets.of(new byte[] {0x22, 0, 0, 0, 0});
        KeyAuthenticator[] inner = new KeyAuthenticator[1];
        Authentication[] meanwhile = new Authentication[1];
        KeySource slow = new KeySource() {
            @Override
            public Optional<HandleValue> find(HandleName handle, int index) {
                if (meanwhile[0] == null) {
                    meanwhile[0] = new Authentication.Verified(Caller.PUBLIC);
                    meanwhile[0] = inner[0].verifyAnswer(CHALLENGE, answer("HS_SECKEY", 300, derived));
                }
                return Optional.of(secret(index, "opensesame"));
            }

            @Override
            public List<HandleValue> findByType(HandleName handle, PredefinedType type) {
                return List.of();
            }
        };
        inner[0] = new KeyAuthenticator(slow, () -> now, 1);

        Authentication first = inner[0].verifyAnswer(CHALLENGE, answer("HS_SECKEY", 300, derived));

        assertThat(refusal(meanwhile[0])).isEqualTo(ResponseCode.SERVER_BUSY);
        assertThat(refusal(first)).isEqualTo(ResponseCode.AUTHENTICATION_FAILED);
        assertThat(refusal(inner[0].verifyAnswer(CHALLENGE, answer("HS_SECKEY", 300, derived))))
                .isEqualTo(ResponseCode.AUTHENTICATION_FAILED);
    }
}
