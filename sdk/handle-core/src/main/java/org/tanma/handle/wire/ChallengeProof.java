// SPDX-License-Identifier: Apache-2.0
package org.tanma.handle.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.tanma.handle.model.HandleValue;

/**
 * The octets by which a client proves to hold a key.
 *
 * <p>Shape, with {@code C} the {@linkplain Challenge#toProve octets to prove} and {@code S} the secret:
 *
 * <pre>
 * HS_SECKEY  0x01 MD5, 0x02 SHA-1, 0x03 SHA-256     digest(S C S)
 *            0x12 HMAC-SHA1, 0x13 HMAC-SHA256       hmac(S, C)
 *            0x22 PBKDF2-HMAC-SHA1                  salt (array), u32 rounds, u32 bits, hmac-sha1(pbkdf2(S), C) (array)
 * HS_PUBKEY  hash name (string), signature of C (array); hash SHA-1 or SHA-256, key RSA or DSA
 * </pre>
 *
 * <p>A client chooses rounds, salt and bits, so all three are bounded ({@link WireLimits}). Stateless. Source: RFC 3652
 * section 3.5.2; the codes from 0x03 on and the hash name as {@code handle-client} sends them.
 */
public final class ChallengeProof {
    /** Type of a value that holds a secret key, and the name of authentication by it. */
    public static final String SECRET_KEY = "HS_SECKEY";
    /** Type of a value that holds a public key, and the name of authentication by it. */
    public static final String PUBLIC_KEY = "HS_PUBKEY";

    private static final int HMAC_SHA1 = 0x12;
    private static final int HMAC_SHA256 = 0x13;
    private static final int PBKDF2_HMAC_SHA1 = 0x22;

    private ChallengeProof() {}

    /**
     * True when the answer proves, for this challenge, that its sender holds the key in {@code keyValue}: a secret key
     * for {@link #SECRET_KEY}, a key record for {@link #PUBLIC_KEY}. False for anything that cannot be read.
     */
    public static boolean isMet(HandleValue keyValue, Challenge challenge, ChallengeAnswer answer) {
        String type = answer.authenticationType();
        if (!keyValue.type().equalsIgnoreCase(type)) {
            return false;
        }
        try {
            if (type.equalsIgnoreCase(SECRET_KEY)) {
                return keyValue.dataLength() > 0
                        && isMacOf(
                                keyValue.data(),
                                challenge.toProve(),
                                new WireReader(answer.proof().asBuffer()));
            }
            if (type.equalsIgnoreCase(PUBLIC_KEY)) {
                PublicKey key = KeyRecord.decode(Octets.of(keyValue.data()).asBuffer());
                return isSignatureOf(
                        key, challenge.toProve(), new WireReader(answer.proof().asBuffer()));
            }
            return false;
        } catch (WireFormatException | GeneralSecurityException e) {
            return false;
        }
    }

    /** A proof by secret key: HMAC-SHA256, which every peer of version 2.7 and later reads. */
    public static Octets bySecretKey(byte[] secret, Challenge challenge) {
        try {
            byte[] mac = hmac("HmacSHA256", secret, challenge.toProve());
            byte[] proof = new byte[1 + mac.length];
            proof[0] = HMAC_SHA256;
            System.arraycopy(mac, 0, proof, 1, mac.length);
            return Octets.of(proof);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA256", e);
        }
    }

    private static boolean isMacOf(byte[] secret, byte[] proven, WireReader in)
            throws WireFormatException, GeneralSecurityException {
        int code = in.readAnyOctet("proof code", "unknown codes prove nothing");
        if (code == PBKDF2_HMAC_SHA1) {
            return isDerivedMacOf(secret, proven, in);
        }
        byte[] given = in.readOctets(in.remaining(), "proof").toArray();
        byte[] expected;
        if (code == HMAC_SHA1) {
            expected = hmac("HmacSHA1", secret, proven);
        } else if (code == HMAC_SHA256) {
            expected = hmac("HmacSHA256", secret, proven);
        } else if (code >= DigestAlgorithm.MD5.code() && code <= DigestAlgorithm.SHA_256.code()) {
            MessageDigest digest = MessageDigest.getInstance(DigestAlgorithm.values()[code - 1].jdkName());
            digest.update(secret);
            digest.update(proven);
            expected = digest.digest(secret);
        } else {
            return false;
        }
        return MessageDigest.isEqual(expected, given);
    }

    private static boolean isDerivedMacOf(byte[] secret, byte[] proven, WireReader in)
            throws WireFormatException, GeneralSecurityException {
        byte[] salt = in.readArray(WireLimits.SALT_OCTETS, "salt").toArray();
        int rounds = (int) in.readBounded(1, WireLimits.DERIVATION_ROUNDS, "rounds");
        int bits = (int) in.readBounded(Byte.SIZE, WireLimits.DERIVED_KEY_BITS, "key bits");
        byte[] given = in.readArray(WireLimits.SALT_OCTETS, "proof").toArray();
        in.requireEnd("proof");
        if (salt.length == 0 || bits % Byte.SIZE != 0) {
            return false;
        }
        // Clients read the secret's octets as Latin-1 before they derive a key from it.
        char[] characters = new String(secret, StandardCharsets.ISO_8859_1).toCharArray();
        byte[] key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA1")
                .generateSecret(new PBEKeySpec(characters, salt, rounds, bits))
                .getEncoded();
        return MessageDigest.isEqual(hmac("HmacSHA1", key, proven), given);
    }

    private static boolean isSignatureOf(PublicKey key, byte[] proven, WireReader in)
            throws WireFormatException, GeneralSecurityException {
        String hash = in.readString(WireLimits.STRING_OCTETS, "hash name");
        byte[] given = in.readArray(WireLimits.PROOF_OCTETS, "signature").toArray();
        in.requireEnd("proof");
        Signature signature = Signature.getInstance(SignatureHash.named(hash) + "with" + key.getAlgorithm());
        signature.initVerify(key);
        signature.update(proven);
        return signature.verify(given);
    }

    private static byte[] hmac(String algorithm, byte[] key, byte[] octets) throws GeneralSecurityException {
        Mac mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(Arrays.copyOf(key, Math.max(1, key.length)), algorithm));
        return mac.doFinal(octets);
    }
}
