// SPDX-License-Identifier: Apache-2.0
package org.tanma.sdk.node;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * One thing wrong with what was sent.
 *
 * @param path where: a column, a JSON path, a parameter
 * @param given what was there; empty when nothing was
 * @param allowed what may stand there
 * @param hint how to mend it; empty when {@code allowed} says it all
 */
public record Violation(String path, String given, String allowed, String hint) {
    static List<Violation> parse(JsonNode list) {
        List<Violation> violations = new ArrayList<>();
        for (JsonNode one : list) {
            violations.add(new Violation(
                    one.path("path").asString(""),
                    one.path("given").asString(""),
                    one.path("allowed").asString(""),
                    one.path("hint").asString("")));
        }
        return List.copyOf(violations);
    }
}
