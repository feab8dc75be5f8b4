// SPDX-License-Identifier: Apache-2.0
package org.tanma.sdk.report;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.tanma.sdk.node.NodeConnection;

/**
 * Has a code issued from a complete, graded evaluation.
 *
 * <p>Errors: {@link org.tanma.sdk.node.NodeProblemException} whose violations say what still stands in the way; any other
 * {@link org.tanma.sdk.node.NodeException}. Safe between threads.
 */
public final class CodeClient {
    private final NodeConnection node;

    public CodeClient(NodeConnection node) {
        this.node = node;
    }

    /** A code valid until the given instant, or as long as the node's rule says. */
    public IssuedCode issue(String evaluationId, Optional<Instant> validUntil) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("evaluation", evaluationId);
        validUntil.ifPresent(instant -> request.put("validUntil", instant.toString()));
        return IssuedCode.parse(node.postJson("/api/v1/codes", request).required(), node.url());
    }
}
