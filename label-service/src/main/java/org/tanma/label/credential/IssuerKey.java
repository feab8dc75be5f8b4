// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.credential;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

/** One Ed25519 key pair (RFC 8032) with its public description. Safe between threads. */
final class IssuerKey {
    private static final String ALGORITHM = "Ed25519";
    private static final int PUBLIC_OCTETS = 32;

    private final PrivateKey secret;
    private final PublicKey open;
    private final Jwk jwk;

    private IssuerKey(KeyPair pair) {
        this.secret = pair.getPrivate();
        this.open = pair.getPublic();
        byte[] x509 = open.getEncoded();
        this.jwk = Jwk.of(base64Url(Arrays.copyOfRange(x509, x509.length - PUBLIC_OCTETS, x509.length)));
    }

    static IssuerKey generate(SecureRandom random) {
        return new IssuerKey(pair(random));
    }

    /** Reads the DER of a PKCS#8 private key; throws {@link IllegalArgumentException} when it is not an Ed25519 key. */
    static IssuerKey decode(byte[] pkcs8) {
        try {
            PrivateKey given = KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            byte[] seed = ((EdECPrivateKey) given)
                    .getBytes()
                    .orElseThrow(() -> new IllegalArgumentException("the private key does not give its octets"));
            return new IssuerKey(pair(new FixedRandom(seed)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an Ed25519 private key in PKCS#8: " + e.getMessage(), e);
        }
    }

    private static KeyPair pair(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
            generator.initialize(NamedParameterSpec.ED25519, random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform from 15 on has Ed25519", e);
        }
    }

    byte[] pkcs8() {
        return secret.getEncoded();
    }

    Jwk jwk() {
        return jwk;
    }

    String sign(byte[] octets) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(octets);
            return base64Url(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the issuer's key cannot sign", e);
        }
    }

    boolean verifies(byte[] octets, String base64UrlSignature) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(open);
            signature.update(octets);
            return signature.verify(Base64.getUrlDecoder().decode(base64UrlSignature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    static String base64Url(byte[] octets) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }

    /** Hands the stored seed to the key generator: the JDK offers no other way from a private to its public key. */
    private static final class FixedRandom extends SecureRandom {
        private static final long serialVersionUID = 1L;
        private final transient byte[] seed;

        FixedRandom(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] octets) {
            System.arraycopy(seed, 0, octets, 0, octets.length);
        }
    }
}
