// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar;

import java.util.Arrays;

/** A password's PBKDF2-HMAC-SHA256 hash with what it takes to compute it again. Arrays are copied in and out. */
public record PasswordHash(int iterations, byte[] salt, byte[] hash) {
    public PasswordHash {
        salt = salt.clone();
        hash = hash.clone();
    }

    @Override
    public byte[] salt() {
        return salt.clone();
    }

    @Override
    public byte[] hash() {
        return hash.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PasswordHash that
                && iterations == that.iterations
                && Arrays.equals(salt, that.salt)
                && Arrays.equals(hash, that.hash);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * iterations + Arrays.hashCode(salt)) + Arrays.hashCode(hash);
    }

    /** Says nothing of the hash. */
    @Override
    public String toString() {
        return "PasswordHash[" + iterations + " iterations]";
    }
}
