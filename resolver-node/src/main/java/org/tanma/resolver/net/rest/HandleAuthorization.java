// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net.rest;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * The parameters of {@code Authorization: Handle …}: {@code version}, {@code sessionId}, {@code id}, {@code type}, {@code
 * cnonce}, {@code alg}, {@code signature}, {@code salt}, {@code iterations}, {@code length}, {@code clientCert}.
 *
 * <p>Names are read in any letter case; values bare or quoted; commas between them may be left out, since clients in use do.
 */
record HandleAuthorization(Map<String, String> parameters) {
    static final String SCHEME = "Handle";

    private static final Pattern PARAMETER = Pattern.compile(
            "\\s*,?\\s*([A-Za-z][A-Za-z0-9]*)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^\\s,\"]+))\\s*,?");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");

    HandleAuthorization {
        parameters = Map.copyOf(parameters);
    }

    /** Errors: {@link RestRefusedException} that says where the parameters stop being any. */
    static HandleAuthorization parse(String text) {
        Map<String, String> parameters = new HashMap<>();
        Matcher matcher = PARAMETER.matcher(text);
        int at = 0;
        while (at < text.length()) {
            matcher.region(at, text.length());
            if (!matcher.lookingAt()) {
                throw RestRefusedException.badRequest("Authorization: Handle is not understood from character " + at
                        + " on; allowed is name=\"value\", separated by commas");
            }
            String quoted = matcher.group(2);
            String value =
                    quoted == null ? matcher.group(3) : ESCAPE.matcher(quoted).replaceAll("$1");
            if (parameters.put(matcher.group(1).toLowerCase(Locale.ROOT), value) != null) {
                throw RestRefusedException.badRequest(
                        "Authorization: Handle has " + matcher.group(1) + " twice; allowed is once");
            }
            at = matcher.end();
        }
        return new HandleAuthorization(parameters);
    }

    /** The same parameters as members of a JSON object; what the object does not say, this says. */
    HandleAuthorization orElse(JsonNode body) {
        Map<String, String> merged = new HashMap<>(parameters);
        for (String name : body.propertyNames()) {
            JsonNode value = body.path(name);
            if (value.isString() || value.isIntegralNumber() || value.isBoolean()) {
                merged.put(name.toLowerCase(Locale.ROOT), value.asString());
            }
        }
        return new HandleAuthorization(merged);
    }

    Optional<String> sessionId() {
        return find("sessionid");
    }

    boolean isByCertificate() {
        return "true".equalsIgnoreCase(parameters.get("clientcert"));
    }

    boolean isProof() {
        return parameters.containsKey("signature");
    }

    Optional<String> find(String lowerCaseName) {
        return Optional.ofNullable(parameters.get(lowerCaseName));
    }

    /** Errors: {@link RestRefusedException} when it is not there. */
    String require(String name) {
        return find(name.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> RestRefusedException.badRequest(
                        "Authorization: Handle has no " + name + ", which a signature needs"));
    }
}
