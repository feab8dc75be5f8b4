// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.evaluate;

import java.time.Instant;

/**
 * A result as it lies in the database, for good.
 *
 * @param id made from the digest of the inputs: equal inputs, equal id
 * @param inputs canonical JSON of everything the result was computed from
 * @param inputsDigest {@code sha256:} and the hex digest of {@code inputs}
 * @param result canonical JSON of inventory and grade
 * @param resultDigest {@code sha256:} and the hex digest of {@code result}
 */
public record StoredEvaluation(
        String id,
        String enterprise,
        int year,
        String inputs,
        String inputsDigest,
        String result,
        String resultDigest,
        String evaluatedBy,
        Instant evaluatedAt) {}
