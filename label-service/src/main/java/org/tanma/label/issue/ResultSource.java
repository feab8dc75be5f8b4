// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.issue;

import java.util.Optional;

/** Where evaluations are found. */
public interface ResultSource {
    /** The evaluation of that id, with exact figures; empty when there is none. */
    Optional<EvaluationResult> find(String evaluationId);
}
