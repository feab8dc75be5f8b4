// SPDX-License-Identifier: Apache-2.0
package org.tanma.sdk.report;

import java.util.Map;
import org.tanma.sdk.node.NodeConnection;

/**
 * Has a year of an enterprise's activity data evaluated.
 *
 * <p>Errors: {@link org.tanma.sdk.node.NodeProblemException} whose violations say what is missing, when the data is not
 * complete; any other {@link org.tanma.sdk.node.NodeException}. Safe between threads.
 */
public final class EvaluationClient {
    private final NodeConnection node;

    public EvaluationClient(NodeConnection node) {
        this.node = node;
    }

    public Evaluation evaluate(String enterprise, int year) {
        return Evaluation.parse(
                node.postJson("/api/v1/evaluations", Map.of("enterprise", enterprise, "year", year))
                        .required(),
                node.url());
    }
}
