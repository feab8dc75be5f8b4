// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.type;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.InvalidHandleException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Signed statements about handles, {@code HS_SIGNATURE} and {@code HS_CERT}: their shape and what they claim, as far as it can
 * be told without a key. Whether a signature holds is for those who read it.
 *
 * <p>Shape: a JSON Web Signature, in one line or as JSON, of a payload that is an object of claims. Range: at most 65,536
 * octets, 16 signatures, 2,048 digests, 256 permissions and 64 links of a chain. Sources: RFC 7515, RFC 7519 section 4.1; the
 * claims as {@code handle-client} makes them.
 */
final class SignedClaims {
    static final int MOST_OCTETS = 65_536;
    static final int MOST_SIGNATURES = 16;
    static final int MOST_DIGESTS = 2_048;
    static final int MOST_PERMISSIONS = 256;
    static final int MOST_LINKS = 64;

    private static final int DEPTH = 16;
    private static final int NUMBER_CHARACTERS = 32;
    private static final int COMPACT_PARTS = 3;
    private static final int INDEX_DIGITS = 10;
    private static final Map<String, Integer> DIGEST_OCTETS = Map.of("SHA-1", 20, "SHA-256", 32, "SM3", 32);

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH)
                            .maxNumberLength(NUMBER_CHARACTERS)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private SignedClaims() {}

    /** Checks a signature over values of a handle: who signed, that it is about this handle, and the digests. */
    static void checkSignature(HandleName handle, byte[] data) throws MalformedValueException {
        JsonNode claims = claims(data);
        String about = text(claims, "sub");
        if (!isHandle(about) || !HandleName.parse(about).equals(handle)) {
            throw new MalformedValueException("it is about '" + cut(about) + "', not about " + handle);
        }
        JsonNode digests = claims.path("digests");
        String algorithm = text(digests, "alg");
        Set<Long> seen = new HashSet<>();
        for (JsonNode one : list(digests, "digests", MOST_DIGESTS)) {
            JsonNode index = one.path("index");
            if (!index.isIntegralNumber() || index.asLong(-1) < 0 || index.asLong(-1) > Integer.MAX_VALUE) {
                throw new MalformedValueException("a digest has no 'index' of a value");
            }
            if (!seen.add(index.asLong(-1))) {
                throw new MalformedValueException("there are two digests of the value at index " + index.asLong(-1));
            }
            int octets = decode(text(one, "digest"), Base64.getDecoder(), "a digest").length;
            if (octets == 0 || DIGEST_OCTETS.getOrDefault(algorithm, octets) != octets) {
                throw new MalformedValueException("the digest of the value at index " + index.asLong(-1) + " has "
                        + octets + " octets, which " + cut(algorithm) + " does not make");
            }
        }
    }

    /** Checks a statement that a key may sign: who says it, of whose key, and for what. */
    static void checkCertificate(byte[] data) throws MalformedValueException {
        JsonNode claims = claims(data);
        requireReference(text(claims, "sub"), "sub");
        if (text(claims.path("publicKey"), "kty").isEmpty()) {
            throw new MalformedValueException("its 'publicKey' has no 'kty'");
        }
        for (JsonNode permission : list(claims, "perms", MOST_PERMISSIONS)) {
            if (text(permission, "perm").isEmpty()) {
                throw new MalformedValueException("a permission has an empty 'perm'");
            }
            if (permission.has("handle") && !isHandle(text(permission, "handle"))) {
                throw new MalformedValueException(
                        "a permission is for '" + cut(text(permission, "handle")) + "', which is no handle");
            }
        }
    }

    private static JsonNode claims(byte[] data) throws MalformedValueException {
        if (data.length > MOST_OCTETS) {
            throw new MalformedValueException(
                    "it has " + data.length + " octets; at most " + MOST_OCTETS + " are allowed");
        }
        String jws = new String(data, StandardCharsets.UTF_8).strip();
        JsonNode claims = jws.startsWith("{") ? ofJson(object(data, "it")) : ofLine(jws);
        requireReference(text(claims, "iss"), "iss");
        long from = moment(claims, "nbf", 0);
        moment(claims, "iat", 0);
        if (moment(claims, "exp", Long.MAX_VALUE) < from) {
            throw new MalformedValueException("it ends ('exp') before it begins ('nbf')");
        }
        if (claims.has("chain")) {
            for (JsonNode link : list(claims, "chain", MOST_LINKS)) {
                requireReference(link.isString() ? link.asString() : "", "chain");
            }
        }
        return claims;
    }

    private static JsonNode ofLine(String jws) throws MalformedValueException {
        List<String> parts = List.of(jws.split("\\.", -1));
        if (parts.size() != COMPACT_PARTS) {
            throw new MalformedValueException(
                    "it is no JSON Web Signature: header, payload and signature with dots between, or a JSON object");
        }
        requireSignature(object(url(parts.get(0), "the header"), "the header"), parts.get(2));
        return object(url(parts.get(1), "the payload"), "the payload");
    }

    private static JsonNode ofJson(JsonNode jws) throws MalformedValueException {
        List<JsonNode> signatures = jws.has("signatures") ? list(jws, "signatures", MOST_SIGNATURES) : List.of(jws);
        if (signatures.isEmpty()) {
            throw new MalformedValueException("nobody signed it");
        }
        for (JsonNode one : signatures) {
            JsonNode header = one.has("protected")
                    ? object(url(text(one, "protected"), "the header"), "the header")
                    : one.path("header");
            requireSignature(header, text(one, "signature"));
        }
        return object(url(text(jws, "payload"), "the payload"), "the payload");
    }

    private static void requireSignature(JsonNode header, String signature) throws MalformedValueException {
        String algorithm = text(header, "alg");
        if (algorithm.isEmpty() || algorithm.equalsIgnoreCase("none")) {
            throw new MalformedValueException("its header names no algorithm ('alg') that signs");
        }
        if (url(signature, "the signature").length == 0) {
            throw new MalformedValueException("the signature is empty");
        }
    }

    private static byte[] url(String text, String what) throws MalformedValueException {
        return decode(text, Base64.getUrlDecoder(), what);
    }

    private static byte[] decode(String text, Base64.Decoder decoder, String what) throws MalformedValueException {
        try {
            return decoder.decode(text);
        } catch (IllegalArgumentException e) {
            throw new MalformedValueException(what + " is no base64: " + e.getMessage());
        }
    }

    private static JsonNode object(byte[] json, String what) throws MalformedValueException {
        try {
            JsonNode node = MAPPER.readTree(json);
            if (node != null && node.isObject()) {
                return node;
            }
        } catch (JacksonException e) {
            throw new MalformedValueException(what + " is no JSON: " + cut(String.valueOf(e.getOriginalMessage())));
        }
        throw new MalformedValueException(what + " is no JSON object");
    }

    private static String text(JsonNode object, String name) throws MalformedValueException {
        JsonNode node = object.path(name);
        if (!node.isString()) {
            throw new MalformedValueException("it has no text '" + name + "'");
        }
        return node.asString();
    }

    private static List<JsonNode> list(JsonNode object, String name, int most) throws MalformedValueException {
        JsonNode node = object.path(name);
        if (!node.isArray() || node.size() > most) {
            throw new MalformedValueException("it has no list '" + name + "', or one of more than " + most);
        }
        List<JsonNode> items = new ArrayList<>(node.size());
        for (JsonNode item : node) {
            items.add(item);
        }
        return items;
    }

    /** Seconds since 1970; {@code absent} when the claim is not there. */
    private static long moment(JsonNode claims, String name, long absent) throws MalformedValueException {
        JsonNode node = claims.path(name);
        if (node.isMissingNode() || node.isNull()) {
            return absent;
        }
        double seconds = node.isNumber() ? node.asDouble() : -1;
        if (!(seconds >= 0 && seconds < Long.MAX_VALUE)) {
            throw new MalformedValueException("'" + name + "' is no time in seconds since 1970");
        }
        return (long) seconds;
    }

    /** A handle, or an index before it and a colon between. */
    private static void requireReference(String text, String name) throws MalformedValueException {
        int colon = text.indexOf(':');
        boolean hasIndex = colon > 0 && text.chars().limit(colon).allMatch(c -> c >= '0' && c <= '9');
        boolean isIndex =
                hasIndex && colon <= INDEX_DIGITS && Long.parseLong(text.substring(0, colon)) <= Integer.MAX_VALUE;
        boolean isKey = hasIndex ? isIndex && isHandle(text.substring(colon + 1)) : isHandle(text);
        if (!isKey) {
            throw new MalformedValueException(
                    "'" + name + "' is '" + cut(text) + "', which names no key: INDEX:HANDLE");
        }
    }

    private static boolean isHandle(String text) {
        try {
            HandleName.parse(text);
            return true;
        } catch (InvalidHandleException e) {
            return false;
        }
    }

    private static String cut(String text) {
        return text.length() > 100 ? text.substring(0, 100) + "…" : text;
    }
}
