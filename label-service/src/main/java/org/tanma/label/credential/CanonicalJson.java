// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.credential;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.erdtman.jcs.JsonCanonicalizer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON in the one form of RFC 8785 (JCS): equal values give equal octets, whoever writes them.
 *
 * <p>Components that are null are left out. Instants are ISO 8601 texts; figures are texts, so no number loses a digit.
 */
public final class CanonicalJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private CanonicalJson() {}

    public static String write(Object value) {
        try {
            return new JsonCanonicalizer(MAPPER.writeValueAsString(value)).getEncodedString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The value of a canonical text, as a tree: written again it has the same canonical form. */
    public static JsonNode tree(String json) {
        return MAPPER.readTree(json);
    }

    /** Reads what {@link #write} wrote; a text that has lost its shape throws {@code tools.jackson.core.JacksonException}. */
    public static <T> T read(String json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }
}
