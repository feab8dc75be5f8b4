// SPDX-License-Identifier: Apache-2.0
package org.tanma.sdk.collect;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A statement of readings as a terminal signs it: a compact JWS (RFC 7515), alg EdDSA, with the public key in its header (RFC
 * 8037).
 *
 * @param text the JWS
 */
public record SignedStatement(String text) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * Signs readings.
     *
     * @param sequence from 1, one more with each statement of the terminal
     * @param previous digest of the statement before; empty for the first
     * @param from start of the first interval; null for a counter
     * @param isRestart true when a counter was set back or exchanged before the first reading
     * @param readings in the order of time
     */
    public static SignedStatement sign(
            TerminalKey key,
            Meter meter,
            long sequence,
            String previous,
            @Nullable Instant from,
            boolean isRestart,
            List<Reading> readings) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("terminal", meter.terminal());
        payload.put("sequence", sequence);
        if (!previous.isEmpty()) {
            payload.put("previous", previous);
        }
        payload.put("meter", meter.meter());
        payload.put("source", meter.source());
        payload.put("kind", meter.kind());
        payload.put("unit", meter.unit());
        payload.put("form", meter.isCounter() ? "counter" : "amounts");
        if (isRestart) {
            payload.put("restart", true);
        }
        if (from != null) {
            payload.put("from", from.toString());
        }
        payload.put(
                "readings",
                readings.stream()
                        .map(r -> Map.of("at", r.at().toString(), "value", r.value()))
                        .toList());
        Map<String, Object> jwk = new LinkedHashMap<>();
        jwk.put("kty", "OKP");
        jwk.put("crv", "Ed25519");
        jwk.put("x", base64(key.publicOctets()));
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("alg", "EdDSA");
        header.put("jwk", jwk);
        String signed = base64(JSON.writeValueAsBytes(header)) + "." + base64(JSON.writeValueAsBytes(payload));
        return new SignedStatement(signed + "." + base64(key.sign(signed.getBytes(StandardCharsets.US_ASCII))));
    }

    /** {@code sha256:…} of the text: what the next statement names. */
    public String digest() {
        return TerminalKey.sha256(octets());
    }

    byte[] octets() {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String base64(byte[] octets) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }
}
