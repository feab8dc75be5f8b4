// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.portrait;

import java.time.Instant;
import org.tanma.carbon.service.evaluate.EvaluationInputs;
import org.tanma.carbon.service.evaluate.EvaluationResult;
import org.tanma.carbon.service.evaluate.StoredEvaluation;
import tools.jackson.databind.json.JsonMapper;

/** A kept evaluation with what it was computed from. */
record KeptResult(String id, Instant evaluatedAt, EvaluationInputs inputs, EvaluationResult result) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static KeptResult of(StoredEvaluation stored) {
        return new KeptResult(
                stored.id(),
                stored.evaluatedAt(),
                JSON.readValue(stored.inputs(), EvaluationInputs.class),
                JSON.readValue(stored.result(), EvaluationResult.class));
    }
}
