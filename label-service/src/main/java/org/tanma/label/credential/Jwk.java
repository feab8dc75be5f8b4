// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.credential;

/**
 * A public Ed25519 key as RFC 8037 writes it.
 *
 * @param kty {@code OKP}
 * @param crv {@code Ed25519}
 * @param x the 32 octets of the public key in base64url
 * @param kid thumbprint of RFC 7638
 * @param alg {@code EdDSA}
 * @param use {@code sig}
 */
public record Jwk(String kty, String crv, String x, String kid, String alg, String use) {
    static Jwk of(String x) {
        String required = "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + x + "\"}";
        String thumbprint = IssuerKey.base64Url(Sha256.of(required.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        return new Jwk("OKP", "Ed25519", x, thumbprint, "EdDSA", "sig");
    }
}
