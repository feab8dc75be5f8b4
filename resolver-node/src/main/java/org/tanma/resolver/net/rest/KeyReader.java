// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net.rest;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.DSAPublicKeySpec;
import java.security.spec.KeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.Set;
import javax.crypto.spec.DHPublicKeySpec;
import org.tanma.handle.wire.KeyRecord;
import org.tanma.handle.wire.WireFormatException;
import org.tanma.handle.wire.WireLimits;
import tools.jackson.databind.JsonNode;

/**
 * Reads a public key, given as a JSON Web Key, into the octets of a key record: RSA by n and e, DSA by p, q, g and y, DH by p, g
 * and y. A private key is refused, so that nobody publishes theirs.
 */
final class KeyReader {
    private static final Set<String> RSA = Set.of("kty", "n", "e", "alg", "use", "kid");
    private static final Set<String> DSA = Set.of("kty", "p", "q", "g", "y", "alg", "use", "kid");
    private static final Set<String> DH = Set.of("kty", "p", "g", "y", "alg", "use", "kid");

    private final JsonViolations violations;

    KeyReader(JsonViolations violations) {
        this.violations = violations;
    }

    /** The octets; empty after a violation. */
    byte[] read(String path, JsonNode node) throws WireFormatException {
        if (node.has("d") || node.has("x")) {
            violations.add(path, "a private key", "the public key alone");
            return new byte[0];
        }
        String kind = node.path("kty").asString("");
        switch (kind) {
            case "RSA":
                JsonFields rsa = new JsonFields(path, node, RSA, violations);
                return encoded(path, kind, new RSAPublicKeySpec(number("n", rsa), number("e", rsa)));
            case "DSA":
                JsonFields dsa = new JsonFields(path, node, DSA, violations);
                return encoded(
                        path,
                        kind,
                        new DSAPublicKeySpec(number("y", dsa), number("p", dsa), number("q", dsa), number("g", dsa)));
            case "DH":
                JsonFields dh = new JsonFields(path, node, DH, violations);
                return encoded(path, kind, new DHPublicKeySpec(number("y", dh), number("p", dh), number("g", dh)));
            default:
                violations.add(path + ".kty", node.path("kty"), "RSA, DSA or DH; another key as base64 of its record");
                return new byte[0];
        }
    }

    private byte[] encoded(String path, String kind, KeySpec spec) throws WireFormatException {
        if (!violations.isEmpty()) {
            return new byte[0];
        }
        try {
            return KeyRecord.encode(KeyFactory.getInstance(kind).generatePublic(spec));
        } catch (GeneralSecurityException e) {
            violations.add(path, "no " + kind + " key (" + e.getMessage() + ")", "one that works");
            return new byte[0];
        }
    }

    private BigInteger number(String name, JsonFields fields) {
        String text = fields.text(name);
        try {
            byte[] magnitude = Base64.getUrlDecoder().decode(text);
            if (magnitude.length > 0 && magnitude.length < WireLimits.KEY_NUMBER_OCTETS) {
                return new BigInteger(1, magnitude);
            }
        } catch (IllegalArgumentException e) {
            // said below, together with numbers that are too long
        }
        if (fields.node(name).isString()) {
            violations.add(
                    fields.at(name),
                    fields.node(name),
                    "a number in base64url of 1 to " + (WireLimits.KEY_NUMBER_OCTETS - 1) + " octets");
        }
        return BigInteger.ONE;
    }
}
