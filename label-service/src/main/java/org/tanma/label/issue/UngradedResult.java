// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.issue;

import java.util.List;
import org.tanma.kit.rest.WordedViolation;

/**
 * An evaluation no code may be issued from.
 *
 * @param refusals every reason; at least one
 */
public record UngradedResult(String evaluationId, String enterpriseHandle, int year, List<WordedViolation> refusals)
        implements EvaluationResult {
    public UngradedResult {
        refusals = List.copyOf(refusals);
        if (refusals.isEmpty()) {
            throw new IllegalArgumentException("evaluation " + evaluationId + " is refused without a reason");
        }
    }
}
