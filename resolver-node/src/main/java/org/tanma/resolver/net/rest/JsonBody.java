// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net.rest;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request's body as JSON: one document, no member twice, at most {@value #DEPTH} levels deep, numbers of at most {@value
 * #NUMBER_CHARACTERS} characters. How long a body may be, the face decides before it is here.
 */
final class JsonBody {
    /** Deepest nesting; a record with a site in it needs nine levels. */
    static final int DEPTH = 16;

    static final int NUMBER_CHARACTERS = 32;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH)
                            .maxNumberLength(NUMBER_CHARACTERS)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonBody() {}

    /** Errors: {@link RestRefusedException} that says where it stops being JSON. */
    static JsonNode read(byte[] body) {
        if (body.length == 0) {
            throw RestRefusedException.badRequest("the body is empty; allowed is JSON with the values of a handle");
        }
        try {
            return MAPPER.readTree(body);
        } catch (JacksonException e) {
            String where = e.getLocation() == null
                    ? ""
                    : " at line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr();
            throw RestRefusedException.badRequest("the body is no JSON" + where + ": " + e.getOriginalMessage());
        }
    }
}
