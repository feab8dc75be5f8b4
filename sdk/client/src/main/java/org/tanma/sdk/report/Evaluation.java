// SPDX-License-Identifier: Apache-2.0
package org.tanma.sdk.report;

import org.tanma.sdk.node.UnreadableAnswerException;
import tools.jackson.databind.JsonNode;

/**
 * A complete, immutable result.
 *
 * @param id under which the node keeps it
 * @param document inventory, grade and digest, as the node sent them
 */
public record Evaluation(String id, JsonNode document) {
    /** True when it has a grade, so that a code can be issued from it. */
    public boolean isGraded() {
        return document.path("grade").path("status").asString("").equals("graded");
    }

    static Evaluation parse(JsonNode document, String address) {
        String id = document.path("id").asString("");
        if (id.isEmpty()) {
            throw new UnreadableAnswerException(address, "an evaluation without an id");
        }
        return new Evaluation(id, document);
    }
}
