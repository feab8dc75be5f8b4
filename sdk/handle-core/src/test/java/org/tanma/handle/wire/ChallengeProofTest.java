// SPDX-License-Identifier: Apache-2.0
package org.tanma.handle.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.model.Ttl;
import org.tanma.handle.model.ValuePermissions;

class ChallengeProofTest {
    private static final byte[] SECRET = "secret".getBytes(StandardCharsets.UTF_8);
    private static final HandleValue KEY =
            new HandleValue(300, "HS_SECKEY", SECRET, Ttl.DEFAULT, ValuePermissions.PRIVATE, 0, List.of());
    private static final Challenge CHALLENGE =
            new Challenge(Octets.of(new byte[16]), new RequestDigest(DigestAlgorithm.SHA_1, Octets.of(new byte[20])));

    private static ChallengeAnswer answer(String type, byte[] proof) {
        return new ChallengeAnswer(type, HandleName.parse("0.NA/20.500.12345"), 300, Octets.of(proof));
    }

    private static byte[] derived(int rounds, int saltOctets, int bits) throws Exception {
        byte[] salt = new byte[saltOctets];
        byte[] key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA1")
                .generateSecret(new PBEKeySpec("secret".toCharArray(), salt, rounds, bits))
                .getEncoded();
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(key, "HmacSHA1"));
        WireWriter out = new WireWriter(WireLimits.PROOF_OCTETS);
        out.writeOctet(0x22, "code");
        out.writeArray(salt, Integer.MAX_VALUE, "salt");
        out.writeInt(rounds, "rounds");
        out.writeInt(bits, "bits");
        out.writeArray(mac.doFinal(CHALLENGE.toProve()), 64, "proof");
        return out.toArray();
    }

    @Test
    void derivedKey_upToTheLimitsAndNotBeyond() throws Exception {
        int most = WireLimits.DERIVATION_ROUNDS;
        int salt = WireLimits.SALT_OCTETS;
        int bits = WireLimits.DERIVED_KEY_BITS;
        assertThat(ChallengeProof.isMet(KEY, CHALLENGE, answer("HS_SECKEY", derived(most, salt, bits))))
                .isTrue();
        assertThat(ChallengeProof.isMet(KEY, CHALLENGE, answer("HS_SECKEY", derived(most + 1, salt, bits))))
                .isFalse();
        assertThat(ChallengeProof.isMet(KEY, CHALLENGE, answer("HS_SECKEY", derived(10, salt + 1, bits))))
                .isFalse();
        assertThat(ChallengeProof.isMet(KEY, CHALLENGE, answer("HS_SECKEY", derived(10, salt, bits + 8))))
                .isFalse();
    }

    @Property(tries = 300)
    void changedProof_isNotMet(@ForAll Random random) throws Exception {
        byte[] right = random.nextBoolean()
                ? derived(1 + random.nextInt(3), 8, 160)
                : ChallengeProof.bySecretKey(SECRET, CHALLENGE).toArray();
        assertThat(ChallengeProof.isMet(KEY, CHALLENGE, answer("HS_SECKEY", right)))
                .isTrue();
        byte[] wrong = right.clone();
        wrong[random.nextInt(wrong.length)] ^= (byte) (1 << random.nextInt(8));
        assertThat(ChallengeProof.isMet(KEY, CHALLENGE, answer("HS_SECKEY", wrong)))
                .isFalse();
        byte[] cut = Arrays.copyOf(right, random.nextInt(right.length));
        assertThat(ChallengeProof.isMet(KEY, CHALLENGE, answer("HS_SECKEY", cut)))
                .isFalse();
    }

    @Test
    void emptySecret_isNoKey() {
        HandleValue empty =
                new HandleValue(300, "HS_SECKEY", new byte[0], Ttl.DEFAULT, ValuePermissions.PRIVATE, 0, List.of());
        byte[] proof = ChallengeProof.bySecretKey(new byte[1], CHALLENGE).toArray();
        assertThat(ChallengeProof.isMet(empty, CHALLENGE, answer("HS_SECKEY", proof)))
                .isFalse();
    }

    @Test
    void otherType_isNotMet() {
        byte[] proof = ChallengeProof.bySecretKey(SECRET, CHALLENGE).toArray();
        assertThat(ChallengeProof.isMet(KEY, CHALLENGE, answer("HS_PUBKEY", proof)))
                .isFalse();
        HandleValue url = new HandleValue(300, "URL", SECRET, Ttl.DEFAULT, ValuePermissions.PRIVATE, 0, List.of());
        assertThat(ChallengeProof.isMet(url, CHALLENGE, answer("URL", proof))).isFalse();
    }

    @Property(tries = 500)
    void keyRecord_changedOrCut_isAKeyOrRefused(@ForAll Random random) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(512);
        byte[] octets = KeyRecord.encode(generator.generateKeyPair().getPublic());
        byte[] changed = Arrays.copyOf(octets, random.nextInt(4) == 0 ? random.nextInt(octets.length) : octets.length);
        if (changed.length > 0) {
            changed[random.nextInt(changed.length)] = (byte) random.nextInt();
        }
        try {
            assertThat(KeyRecord.decode(ByteBuffer.wrap(changed))).isNotNull();
        } catch (WireFormatException e) {
            assertThat(e.offset()).isBetween(0, octets.length);
        }
    }

    @Test
    void keyNumber_overItsLimit_isRefused() throws Exception {
        for (int over = 0; over < 2; over++) {
            WireWriter out = new WireWriter(WireLimits.ARRAY_OCTETS);
            out.writeString("RSA_PUB_KEY", 64, "type");
            out.writeShort(0, "flags");
            out.writeArray(BigInteger.valueOf(65_537).toByteArray(), 9, "exponent");
            byte[] modulus = new byte[WireLimits.KEY_NUMBER_OCTETS + over];
            Arrays.fill(modulus, (byte) 0x7F);
            out.writeArray(modulus, Integer.MAX_VALUE, "modulus");
            out.writeInt(0, "end");
            if (over == 0) {
                assertThat(KeyRecord.decode(ByteBuffer.wrap(out.toArray()))).isNotNull();
            } else {
                assertThatExceptionOfType(WireFormatException.class)
                        .isThrownBy(() -> KeyRecord.decode(ByteBuffer.wrap(out.toArray())))
                        .satisfies(e -> assertThat(e.reason()).isEqualTo(WireFormatException.Reason.TOO_LONG));
            }
        }
    }
}
