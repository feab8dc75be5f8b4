// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.ingest;

import java.util.List;
import org.tanma.kit.rest.Wording;

/** What was probably meant, as a question. */
final class Suggestions {
    private Suggestions() {}

    /** Asks for the nearest names; nothing when there are none. */
    static Wording of(List<String> nearest) {
        return nearest.isEmpty()
                ? Wording.NONE
                : new Wording(
                        "是否应为 " + String.join("、", nearest) + "？", "did you mean " + String.join(", ", nearest) + "?");
    }
}
