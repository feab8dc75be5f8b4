// SPDX-License-Identifier: Apache-2.0
package org.tanma.sdk.node;

import tools.jackson.databind.JsonNode;

/** What a node answered: an HTTP status and JSON. */
public record NodeAnswer(int status, JsonNode body) {
    private static final int FIRST_REFUSAL = 400;

    /** The body of a request that was done; throws {@link NodeProblemException} of one that was refused. */
    public JsonNode required() {
        if (status >= FIRST_REFUSAL) {
            throw NodeProblemException.of(status, body);
        }
        return body;
    }

    /** The report on rows in the body: given whether all, some or none were accepted; throws when there is none. */
    public BatchReport requiredReport() {
        return body.path("rows").isArray() ? BatchReport.parse(body) : BatchReport.parse(required());
    }
}
