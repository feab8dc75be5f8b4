// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.evaluate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.service.evaluate.EvaluationResult.Amount;
import org.tanma.carbon.text.LocalText;

/**
 * The data of one evaluation by two methods; figures exact, as decimal text, in tCO2e.
 *
 * @param evaluation id of the evaluation
 * @param first by the method it was evaluated with
 * @param second by the other
 * @param terms each term that either has; empty unless both are whole
 * @param difference the second total less the first; null unless both are whole
 */
public record MethodDifference(
        String evaluation,
        Side first,
        Side second,
        List<TermLine> terms,
        @Nullable Amount difference) {
    /**
     * One method's view.
     *
     * @param fuelSet null where the method needs none or the inventory is incomplete
     * @param gwpSet null where the inventory is incomplete
     * @param total null where the inventory is incomplete
     * @param missing what it lacks; empty where it is whole
     * @param readAs readings taken under another name
     * @param leftOut readings and parameters the method has no place for
     */
    public record Side(
            String method,
            @Nullable String fuelSet,
            @Nullable String gwpSet,
            @Nullable Amount total,
            List<MissingLine> missing,
            List<String> readAs,
            List<String> leftOut) {}

    /** One thing that a method lacks. */
    public record MissingLine(String path, LocalText what, String given, String allowed, LocalText hint) {}

    /** One term; null where a method has none or nothing was reported to it. */
    public record TermLine(
            String term,
            LocalText label,
            @Nullable Amount first,
            @Nullable Amount second) {}
}
