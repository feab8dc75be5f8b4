// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.reading;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.tanma.kit.rest.ProblemException;
import org.tanma.kit.rest.WordedViolation;
import org.tanma.kit.rest.Wording;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A compact JWS (RFC 7515) signed with Ed25519 (RFC 8037), taken apart; its signature is judged by {@link #isSigned}.
 *
 * <p>Header: {@code alg} is EdDSA or Ed25519, {@code jwk} the public key. At most {@value #MOST_OCTETS} octets.
 *
 * @param text as it came
 * @param key the key in its header
 * @param payload the octets that were signed, decoded
 */
record Statement(String text, StatementKey key, byte[] payload, byte[] signature) {
    static final int MOST_OCTETS = 2 << 20;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();
    private static final int PARTS = 3;

    /** Takes a statement apart; octets that are none are refused with a problem. */
    static Statement read(byte[] octets) {
        if (octets.length > MOST_OCTETS) {
            throw refused("body", "", new Wording("最多 " + MOST_OCTETS + " 字节", "at most " + MOST_OCTETS + " octets"));
        }
        String text = new String(octets, StandardCharsets.ISO_8859_1).strip();
        String[] parts = text.split("\\.", -1);
        if (parts.length != PARTS) {
            throw refused(
                    "body",
                    "",
                    new Wording("JWS 紧凑序列化：三段以点相连", "a compact JWS: three parts joined by points (RFC 7515)"));
        }
        JsonNode header = json(decode(parts[0], "header"), "header");
        String algorithm = header.path("alg").asString("");
        if (!algorithm.equals("EdDSA") && !algorithm.equals("Ed25519")) {
            throw refused("header.alg", shown(algorithm), Wording.same("EdDSA"));
        }
        if (header.has("crit")) {
            throw refused("header.crit", "", new Wording("不使用该成员", "no such member"));
        }
        JsonNode jwk = header.path("jwk");
        boolean isKey = jwk.path("kty").asString("").equals("OKP")
                && jwk.path("crv").asString("").equals("Ed25519");
        byte[] key = isKey ? decode(jwk.path("x").asString(""), "header.jwk.x") : new byte[0];
        if (key.length != StatementKey.OCTETS) {
            throw refused(
                    "header.jwk",
                    "",
                    new Wording("Ed25519 公钥（RFC 8037）", "the public key, kty OKP, crv Ed25519 (RFC 8037)"));
        }
        return new Statement(text, StatementKey.of(key), decode(parts[1], "payload"), decode(parts[2], "signature"));
    }

    /** True when the key in the header made the signature. */
    boolean isSigned() {
        String signed = text.substring(0, text.lastIndexOf('.'));
        return key.hasSigned(signed.getBytes(StandardCharsets.US_ASCII), signature);
    }

    /** {@code sha256:…} of the text. */
    String digest() {
        return StatementKey.sha256(text.getBytes(StandardCharsets.US_ASCII));
    }

    static JsonNode json(byte[] octets, String path) {
        try {
            JsonNode read = JSON.readTree(octets);
            if (read.isObject()) {
                return read;
            }
        } catch (JacksonException | NumberFormatException e) {
            throw refused(path, "", new Wording("一个 JSON 对象", "a JSON object"));
        }
        throw refused(path, "", new Wording("一个 JSON 对象", "a JSON object"));
    }

    private static byte[] decode(String part, String path) {
        try {
            return Base64.getUrlDecoder().decode(part);
        } catch (IllegalArgumentException e) {
            throw refused(path, shown(part), new Wording("base64url，不带填充", "base64url without padding"));
        }
    }

    private static String shown(String text) {
        return text.length() <= 80 ? text : text.substring(0, 79) + "…";
    }

    private static ProblemException refused(String path, String given, Wording allowed) {
        return ProblemException.badRequest(
                new Wording("无法读取签名读数。", "The signed readings cannot be read."),
                new WordedViolation(path, given, allowed, Wording.NONE));
    }

    /** A member that is text; empty when it is not there or something else. */
    static Optional<String> text(JsonNode object, String member) {
        JsonNode value = object.path(member);
        return value.isString() ? Optional.of(value.stringValue().strip()) : Optional.empty();
    }

    /** What a list of violations refuses. */
    static ProblemException refused(List<WordedViolation> violations) {
        return ProblemException.unprocessable(
                "readings-refused",
                new Wording("读数未受理，未存入任何内容。", "The readings were refused; nothing was stored."),
                violations);
    }
}
