// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.evaluate;

import java.util.List;
import org.tanma.kit.rest.WordedViolation;

/** What asking for an evaluation came to. */
public sealed interface EvaluationOutcome {
    /**
     * Done, and kept.
     *
     * @param isNew false when the same inputs had been evaluated before
     */
    record Evaluated(Evaluation evaluation, boolean isNew) implements EvaluationOutcome {}

    /** Not done, for something is missing; nothing was kept. */
    record Incomplete(List<WordedViolation> violations) implements EvaluationOutcome {
        public Incomplete {
            violations = List.copyOf(violations);
        }
    }

    /** Not done, for no enterprise is registered under the handle. */
    record UnknownEnterprise(String handle) implements EvaluationOutcome {}
}
