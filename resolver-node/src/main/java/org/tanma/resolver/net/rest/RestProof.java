// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net.rest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.tanma.handle.wire.Challenge;
import org.tanma.handle.wire.ChallengeAnswer;
import org.tanma.handle.wire.ChallengeProof;
import org.tanma.handle.wire.DigestAlgorithm;
import org.tanma.handle.wire.Octets;
import org.tanma.handle.wire.RequestDigest;
import org.tanma.handle.wire.WireFormatException;
import org.tanma.handle.wire.WireLimits;
import org.tanma.handle.wire.WireWriter;
import org.tanma.resolver.access.Caller;

/**
 * The proof in {@code Authorization: Handle} as the native protocol's: made over the session's nonce followed by the client's.
 *
 * <p>{@code type} HS_PUBKEY: {@code signature} by RSA or DSA, {@code alg} SHA1 or SHA256. HS_SECKEY: {@code signature} is, by
 * {@code alg}, the digest of secret, nonces and secret again (MD5, SHA1, SHA256), a MAC of the nonces (HMAC-SHA1,
 * HMAC-SHA256), or one whose key is derived from the secret with {@code salt}, {@code iterations} and {@code length} in bits
 * (PBKDF2-HMAC-SHA1).
 */
record RestProof(Challenge challenge, ChallengeAnswer answer) {
    private static final Map<String, Integer> SECRET_CODES =
            Map.of("MD5", 1, "SHA1", 2, "SHA256", 3, "HMACSHA1", 0x12, "HMACSHA256", 0x13);
    private static final String DERIVED = "PBKDF2HMACSHA1";
    private static final int DERIVED_CODE = 0x22;

    /** Errors: {@link RestRefusedException} when a parameter is missing or cannot be read. */
    static RestProof of(HandleAuthorization authorization, byte[] nonce) {
        Caller.Key key = KeyNames.parse(authorization.require("id"));
        String type = authorization.require("type").toUpperCase(Locale.ROOT);
        byte[] signature = base64("signature", authorization.require("signature"));
        byte[] clients = base64("cnonce", authorization.require("cnonce"));
        try {
            byte[] proof = type.equals(ChallengeProof.PUBLIC_KEY)
                    ? signed(authorization.require("alg"), signature)
                    : keyed(authorization, signature);
            return new RestProof(
                    challenge(nonce, clients), new ChallengeAnswer(type, key.handle(), key.index(), Octets.of(proof)));
        } catch (WireFormatException e) {
            throw RestRefusedException.badRequest("the signature is not understood: " + e.getMessage());
        }
    }

    /** What is proven is the run of both nonces; where a challenge cuts it in two does not matter. */
    private static Challenge challenge(byte[] nonce, byte[] clients) {
        if (clients.length < 1 || clients.length > WireLimits.NONCE_OCTETS) {
            throw RestRefusedException.badRequest("cnonce has " + clients.length + " octets; allowed are 1 to "
                    + WireLimits.NONCE_OCTETS + ", in base64");
        }
        byte[] both = Arrays.copyOf(nonce, nonce.length + clients.length);
        System.arraycopy(clients, 0, both, nonce.length, clients.length);
        int cut = both.length - DigestAlgorithm.MD5.octets();
        RequestDigest second =
                new RequestDigest(DigestAlgorithm.MD5, Octets.of(Arrays.copyOfRange(both, cut, both.length)));
        return new Challenge(Octets.of(Arrays.copyOf(both, cut)), second);
    }

    private static byte[] signed(String hash, byte[] signature) throws WireFormatException {
        WireWriter out = new WireWriter(2 * WireLimits.PROOF_OCTETS);
        out.writeString(hash, WireLimits.STRING_OCTETS, "alg");
        out.writeArray(signature, WireLimits.PROOF_OCTETS, "signature");
        return out.toArray();
    }

    private static byte[] keyed(HandleAuthorization authorization, byte[] signature) throws WireFormatException {
        String name = authorization.require("alg").toUpperCase(Locale.ROOT).replace("-", "");
        WireWriter out = new WireWriter(2 * WireLimits.PROOF_OCTETS);
        if (name.equals(DERIVED)) {
            out.writeOctet(DERIVED_CODE, "alg");
            out.writeArray(base64("salt", authorization.require("salt")), WireLimits.SALT_OCTETS, "salt");
            out.writeInt(number("iterations", authorization), "iterations");
            out.writeInt(number("length", authorization), "length");
            out.writeArray(signature, WireLimits.SALT_OCTETS, "signature");
            return out.toArray();
        }
        Integer code = SECRET_CODES.get(name);
        if (code == null) {
            throw RestRefusedException.badRequest("alg is " + authorization.require("alg")
                    + "; allowed are SHA256, SHA1, MD5, HMAC-SHA256, HMAC-SHA1 and PBKDF2-HMAC-SHA1");
        }
        out.writeOctet(code, "alg");
        out.writeOctets(signature, "signature");
        return out.toArray();
    }

    private static int number(String name, HandleAuthorization authorization) {
        String text = authorization.require(name);
        if (!text.matches("[0-9]{1,9}")) {
            throw RestRefusedException.badRequest(name + " is '" + text + "'; allowed is a whole number");
        }
        return Integer.parseInt(text);
    }

    private static byte[] base64(String name, String text) {
        try {
            return Base64.getMimeDecoder()
                    .decode(text.replace('-', '+').replace('_', '/').getBytes(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw RestRefusedException.badRequest(name + " is no base64");
        }
    }
}
