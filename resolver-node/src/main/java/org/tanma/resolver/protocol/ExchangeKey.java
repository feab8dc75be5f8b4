// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.protocol;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import org.jspecify.annotations.Nullable;
import org.tanma.handle.wire.KeyRecord;
import org.tanma.handle.wire.Octets;
import org.tanma.handle.wire.SessionCipher;
import org.tanma.handle.wire.WireFormatException;

/**
 * The RSA key under which clients send session keys that they make.
 *
 * <p>Made at the first use and kept in memory alone, apart from the site's key: what was sent cannot be read later, and
 * nothing that is sent can make this key sign. What is wrong about an encrypted key is never told: a random key is taken in
 * its place, so that nobody learns about the padding by asking (Bleichenbacher 1998). Safe between threads.
 */
final class ExchangeKey {
    private static final int BITS = 2_048;

    private final SecureRandom random;
    private @Nullable KeyPair made;

    ExchangeKey(SecureRandom random) {
        this.random = random;
    }

    private synchronized KeyPair pair() throws GeneralSecurityException {
        KeyPair known = made;
        if (known == null) {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS, random);
            known = generator.generateKeyPair();
            made = known;
        }
        return known;
    }

    /** The public half, as a key record. */
    Octets publicRecord() throws GeneralSecurityException, WireFormatException {
        return Octets.of(KeyRecord.encode(pair().getPublic()));
    }

    /** The key of AES in what a client encrypted: 16 or 32 octets, or the code of AES before them; else a random one. */
    byte[] open(Octets encrypted) throws GeneralSecurityException {
        byte[] other = new byte[SessionCipher.AES_OCTETS];
        random.nextBytes(other);
        Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        cipher.init(Cipher.DECRYPT_MODE, pair().getPrivate());
        byte[] sent;
        try {
            sent = cipher.doFinal(encrypted.toArray());
        } catch (BadPaddingException | javax.crypto.IllegalBlockSizeException e) {
            sent = other;
        }
        boolean isCoded =
                isKey(sent.length - Integer.BYTES) && ByteBuffer.wrap(sent).getInt() == SessionCipher.AES;
        byte[] key = isCoded ? Arrays.copyOfRange(sent, Integer.BYTES, sent.length) : sent;
        return isKey(key.length) ? key : other;
    }

    /** What JDKs make for AES when no length is said: 128 bits until version 18, 256 since. */
    private static boolean isKey(int octets) {
        return octets == SessionCipher.AES_OCTETS || octets == 2 * SessionCipher.AES_OCTETS;
    }
}
