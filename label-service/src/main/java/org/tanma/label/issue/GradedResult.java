// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.issue;

import java.util.regex.Pattern;

/**
 * A complete, graded evaluation of one enterprise and year.
 *
 * @param resultDigest SHA-256 of the result, 64 hexadecimal digits in lower case
 * @param isDemonstration true when it stands for no real enterprise
 */
public record GradedResult(
        String evaluationId,
        String resultDigest,
        EnterpriseDescription enterprise,
        int year,
        EmissionTotals emissions,
        Grading grading,
        EvaluationBasis basis,
        boolean isDemonstration)
        implements EvaluationResult {
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    public GradedResult {
        if (!DIGEST.matcher(resultDigest).matches()) {
            throw new IllegalArgumentException(
                    "result digest '" + resultDigest + "' is not 64 hexadecimal digits in lower case");
        }
    }

    @Override
    public String enterpriseHandle() {
        return enterprise.handle();
    }
}
