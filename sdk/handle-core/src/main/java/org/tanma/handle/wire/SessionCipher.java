// SPDX-License-Identifier: Apache-2.0
package org.tanma.handle.wire;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts the messages of a session: all octets after the envelope.
 *
 * <p>Shape: initialisation vector, then the message in CBC with PKCS 5 padding; up to version 2.3 in ECB without a vector.
 * Algorithms: 1 DES, 2 triple DES, 3 AES with a key of 128 bits. DES is known, so that its code can be refused by name.
 * Immutable. Source: RFC 3652 section 2.2; modes as seen in what {@code handle-client} sends.
 */
public final class SessionCipher {
    public static final int DES = 1;
    public static final int TRIPLE_DES = 2;
    public static final int AES = 3;

    /** Length of a key of {@link #AES}. */
    public static final int AES_OCTETS = 16;

    private static final int FIRST_CBC_MINOR = 4;
    private final String name;
    private final int vectorOctets;
    private final byte[] key;

    private SessionCipher(String name, int keyOctets, int vectorOctets, byte[] key) {
        this.name = name;
        this.vectorOctets = vectorOctets;
        this.key = Arrays.copyOf(key, keyOctets);
    }

    /** For this algorithm and key, of which the first octets are used; refuses DES, and keys that are too short. */
    public static SessionCipher of(int algorithm, byte[] key) throws GeneralSecurityException {
        int keyOctets = algorithm == TRIPLE_DES ? 24 : 16;
        if (algorithm != TRIPLE_DES && algorithm != AES || key.length < keyOctets) {
            throw new GeneralSecurityException(
                    "a session key of algorithm " + algorithm + " and " + key.length + " octets is not taken");
        }
        return algorithm == AES
                ? new SessionCipher("AES", keyOctets, 16, key)
                : new SessionCipher("DESede", keyOctets, 8, key);
    }

    /** Octets of the vector that {@link #encrypt} takes. */
    public int vectorOctets() {
        return vectorOctets;
    }

    /** Encrypts; {@code vector} has {@link #vectorOctets} random octets, used for this message only. */
    public byte[] encrypt(MessageEnvelope version, byte[] clear, byte[] vector) throws GeneralSecurityException {
        if (!isChained(version)) {
            return cipher(Cipher.ENCRYPT_MODE, null).doFinal(clear);
        }
        byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, vector).doFinal(clear);
        return ByteBuffer.allocate(vector.length + encrypted.length)
                .put(vector)
                .put(encrypted)
                .array();
    }

    public byte[] decrypt(MessageEnvelope version, byte[] encrypted) throws GeneralSecurityException {
        if (!isChained(version)) {
            return cipher(Cipher.DECRYPT_MODE, null).doFinal(encrypted);
        }
        if (encrypted.length < vectorOctets) {
            throw new GeneralSecurityException("an encrypted message begins with a vector");
        }
        byte[] vector = Arrays.copyOf(encrypted, vectorOctets);
        return cipher(Cipher.DECRYPT_MODE, vector).doFinal(encrypted, vectorOctets, encrypted.length - vectorOctets);
    }

    private Cipher cipher(int direction, byte @Nullable [] vector) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(name + (vector == null ? "/ECB/" : "/CBC/") + "PKCS5Padding");
        SecretKeySpec secret = new SecretKeySpec(key, name);
        if (vector == null) {
            cipher.init(direction, secret);
        } else {
            cipher.init(direction, secret, new IvParameterSpec(vector));
        }
        return cipher;
    }

    private static boolean isChained(MessageEnvelope version) {
        return version.majorVersion() > MessageEnvelope.MAJOR_VERSION || version.minorVersion() >= FIRST_CBC_MINOR;
    }
}
