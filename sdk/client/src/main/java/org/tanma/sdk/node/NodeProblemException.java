// SPDX-License-Identifier: Apache-2.0
package org.tanma.sdk.node;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** The node refused a request and said why: a problem of RFC 9457 with all its violations. */
public final class NodeProblemException extends NodeException {
    private static final long serialVersionUID = 1L;
    /** HTTP status of a request whose account or token was missing or not accepted. */
    public static final int UNKNOWN_CALLER = 401;

    private final int status;
    private final String type;
    private final String document;
    private final transient List<Violation> violations;

    private NodeProblemException(
            String sentence, int status, String type, String document, List<Violation> violations) {
        super(sentence);
        this.status = status;
        this.type = type;
        this.document = document;
        this.violations = violations;
    }

    static NodeProblemException of(int status, JsonNode problem) {
        String title = problem.path("title").asString("HTTP status " + status);
        String detail = problem.path("detail").asString("");
        return new NodeProblemException(
                detail.isEmpty() ? title : detail,
                status,
                problem.path("type").asString("about:blank"),
                problem.toString(),
                Violation.parse(problem.path("violations")));
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The kind of problem, a URI that stays the same across versions. */
    public String type() {
        return type;
    }

    /** The problem as the node sent it, one line of JSON. */
    public String document() {
        return document;
    }

    public List<Violation> violations() {
        return violations == null ? List.of() : violations;
    }
}
