// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.evaluate;

/**
 * A kept evaluation as one JSON file: what it was computed from, what came of it, and the digests of both.
 *
 * <p>Shape: canonical JSON with {@code id}, {@code inputs}, {@code inputsDigest}, {@code kind} ({@value #KIND}), {@code
 * result}, {@code resultDigest}; inputs and result are the bytes that are kept, so each digest can be checked by hand.
 */
public final class EvaluationDocument {
    static final String KIND = "evaluation";

    private EvaluationDocument() {}

    static String of(StoredEvaluation kept) {
        return "{\"id\":\"" + kept.id() + "\",\"inputs\":" + kept.inputs() + ",\"inputsDigest\":\"" + kept.inputsDigest()
                + "\",\"kind\":\"" + KIND + "\",\"result\":" + kept.result() + ",\"resultDigest\":\""
                + kept.resultDigest() + "\"}";
    }
}
