// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.credential;

/**
 * What was said, and the proof of it.
 *
 * @param json the statement in canonical form (RFC 8785)
 * @param digest SHA-256 of its UTF-8 octets, in lower-case hexadecimal
 * @param keyId which key signed
 * @param signature Ed25519 over those octets, in base64url
 */
public record SignedStatement(String json, String digest, String keyId, String signature) {}
