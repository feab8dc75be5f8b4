// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.evaluate;

import java.time.Instant;

/**
 * A kept evaluation with its result: all that a label needs of it.
 *
 * @param id the same inputs always have the same
 * @param inputsDigest {@code sha256:} and 64 hexadecimal digits
 * @param resultDigest {@code sha256:} and 64 hexadecimal digits, of the result's canonical JSON
 */
public record Evaluation(
        String id,
        String inputsDigest,
        String resultDigest,
        String evaluatedBy,
        Instant evaluatedAt,
        EvaluationResult result) {
    public static Evaluation of(StoredEvaluation stored) {
        return new Evaluation(
                stored.id(),
                stored.inputsDigest(),
                stored.resultDigest(),
                stored.evaluatedBy(),
                stored.evaluatedAt(),
                CanonicalJson.read(stored.result(), EvaluationResult.class));
    }

    public boolean isGraded() {
        return result.grade().graded() != null;
    }
}
