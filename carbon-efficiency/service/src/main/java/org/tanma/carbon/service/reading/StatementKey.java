// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.reading;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;

/**
 * The Ed25519 public key that a statement carries (RFC 8037).
 *
 * @param der SubjectPublicKeyInfo: the twelve octets before every such key (RFC 8410), then the key
 */
record StatementKey(byte[] der) {
    static final int OCTETS = 32;
    private static final String ALGORITHM = "Ed25519";
    private static final byte[] BEFORE = HexFormat.of().parseHex("302a300506032b6570032100");

    /** @param key {@value #OCTETS} octets */
    static StatementKey of(byte[] key) {
        byte[] der = new byte[BEFORE.length + OCTETS];
        System.arraycopy(BEFORE, 0, der, 0, BEFORE.length);
        System.arraycopy(key, 0, der, BEFORE.length, OCTETS);
        return new StatementKey(der);
    }

    /** {@code sha256:…} of the key's DER, as a terminal's record gives it. */
    String digest() {
        return sha256(der);
    }

    static String sha256(byte[] octets) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(octets));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** True when the key made this signature of these octets. */
    boolean hasSigned(byte[] octets, byte[] signature) {
        try {
            PublicKey key = KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(der));
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(key);
            check.update(octets);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
