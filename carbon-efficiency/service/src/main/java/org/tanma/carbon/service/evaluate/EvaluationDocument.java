// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.evaluate;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A kept evaluation as one JSON file: what it was computed from, what came of it, and the digests of both.
 *
 * <p>Shape: canonical JSON with {@code id}, {@code inputs}, {@code inputsDigest}, {@code kind} ({@value #KIND}), {@code
 * result}, {@code resultDigest}; inputs and result are the bytes that are kept, so each digest can be checked by hand. Where
 * the peers' figures are not for the reader, their rows are empty and {@code withheld} says so.
 */
final class EvaluationDocument {
    static final String KIND = "evaluation";

    /** Member that names what was left out of the inputs. */
    static final String WITHHELD = "withheld";

    private static final String PEER_ROWS = "inputs/peers/rows";
    private static final JsonMapper MAPPER = new JsonMapper();

    private EvaluationDocument() {}

    static String of(StoredEvaluation kept, boolean isWithPeers) {
        String shown = isWithPeers ? kept.inputs() : withoutPeers(kept.inputs());
        String withheld = shown.equals(kept.inputs()) ? "" : ",\"" + WITHHELD + "\":[\"" + PEER_ROWS + "\"]";
        return "{\"id\":\"" + kept.id() + "\",\"inputs\":" + shown + ",\"inputsDigest\":\"" + kept.inputsDigest()
                + "\",\"kind\":\"" + KIND + "\",\"result\":" + kept.result() + ",\"resultDigest\":\""
                + kept.resultDigest() + "\"" + withheld + "}";
    }

    private static String withoutPeers(String inputs) {
        JsonNode tree = MAPPER.readTree(inputs);
        if (tree.get("peers") instanceof ObjectNode peers) {
            peers.putArray("rows");
        }
        return MAPPER.writeValueAsString(tree);
    }
}
