// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.issue;

/** What an evaluation came to, as far as issuing a code asks. */
public sealed interface EvaluationResult permits GradedResult, UngradedResult {
    String evaluationId();

    /** Identifier of the enterprise evaluated. */
    String enterpriseHandle();

    /** Accounting year. */
    int year();
}
