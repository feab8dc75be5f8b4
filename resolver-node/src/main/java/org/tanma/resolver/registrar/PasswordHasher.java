// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.random.RandomGenerator;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Hashes passwords with PBKDF2-HMAC-SHA256, 16 octets of salt, 32 of hash. Safe between threads when its generator is.
 *
 * <p>Source: RFC 8018; the number of iterations follows OWASP's advice of 2023 for PBKDF2-HMAC-SHA256, with a floor of
 * {@value #MIN_ITERATIONS}.
 */
public final class PasswordHasher {
    public static final int DEFAULT_ITERATIONS = 310_000;
    public static final int MIN_ITERATIONS = 210_000;
    /** Fewest characters of a password. */
    public static final int MIN_LENGTH = 8;

    private static final String ALGORITHM = "PBKDF2WithHmacSHA256";
    private static final int SALT_OCTETS = 16;
    private static final int HASH_BITS = 256;

    private final RandomGenerator random;
    private final int iterations;

    /** @param random a cryptographically strong generator: it makes the salts */
    public PasswordHasher(RandomGenerator random, int iterations) {
        if (iterations < MIN_ITERATIONS) {
            throw new IllegalArgumentException(iterations + " iterations are fewer than " + MIN_ITERATIONS);
        }
        this.random = random;
        this.iterations = iterations;
    }

    public PasswordHash hash(String password) {
        if (password.length() < MIN_LENGTH) {
            throw new IllegalArgumentException("a password has at least " + MIN_LENGTH + " characters");
        }
        byte[] salt = new byte[SALT_OCTETS];
        random.nextBytes(salt);
        return new PasswordHash(iterations, salt, derive(password, salt, iterations));
    }

    /** True when the password is the one that was hashed; takes the same time either way. */
    public static boolean matches(String password, PasswordHash hash) {
        return MessageDigest.isEqual(derive(password, hash.salt(), hash.iterations()), hash.hash());
    }

    private static byte[] derive(String password, byte[] salt, int iterations) {
        PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, iterations, HASH_BITS);
        try {
            return SecretKeyFactory.getInstance(ALGORITHM).generateSecret(spec).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, e);
        } finally {
            spec.clearPassword();
        }
    }
}
