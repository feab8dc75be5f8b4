// SPDX-License-Identifier: Apache-2.0
package org.tanma.sdk.collect;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** The Ed25519 key with which a terminal signs. Safe between threads. Says nothing of the secret. */
public final class TerminalKey {
    private static final String ALGORITHM = "Ed25519";
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";
    private static final int PUBLIC_OCTETS = 32;

    private final KeyPair pair;

    private TerminalKey(KeyPair pair) {
        this.pair = pair;
    }

    /**
     * Reads a private key in PEM (PKCS#8), as {@code openssl genpkey -algorithm ed25519} writes it; throws {@link
     * IllegalArgumentException} when it is another.
     */
    public static TerminalKey parsePem(String pem) {
        int begin = pem.indexOf(BEGIN);
        int end = pem.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException("no private key in PEM");
        }
        try {
            byte[] der = Base64.getMimeDecoder().decode(pem.substring(begin + BEGIN.length(), end));
            PrivateKey secret = KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(der));
            byte[] seed = ((EdECPrivateKey) secret)
                    .getBytes()
                    .orElseThrow(() -> new IllegalArgumentException("the private key does not give its octets"));
            KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
            generator.initialize(NamedParameterSpec.ED25519, new Seeded(seed));
            return new TerminalKey(generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no Ed25519 private key in PKCS#8", e);
        }
    }

    /** {@code sha256:…} of the public key (DER): what the terminal's record names as publicKeyDigest. */
    public String digest() {
        return sha256(pair.getPublic().getEncoded());
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

    /** The public key as the 32 octets of RFC 8032. */
    byte[] publicOctets() {
        byte[] der = pair.getPublic().getEncoded();
        return Arrays.copyOfRange(der, der.length - PUBLIC_OCTETS, der.length);
    }

    byte[] sign(byte[] octets) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(pair.getPrivate());
            signature.update(octets);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform from 15 on has Ed25519", e);
        }
    }

    /** Makes the pair of a key that is there already. */
    private static final class Seeded extends SecureRandom {
        private static final long serialVersionUID = 1L;
        private final transient byte[] seed;

        Seeded(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] octets) {
            System.arraycopy(seed, 0, octets, 0, octets.length);
        }
    }
}
