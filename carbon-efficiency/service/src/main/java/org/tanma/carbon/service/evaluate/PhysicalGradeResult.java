// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.evaluate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.service.evaluate.EvaluationResult.Amount;
import org.tanma.carbon.text.LocalText;

/**
 * The grade of one product by its energy, or why there is none. Stated beside the grade among peers, never averaged with it.
 *
 * @param scheme edition of the scheme
 * @param product id of the product
 * @param status {@code graded} or {@code not-gradable}
 * @param graded null unless graded
 * @param reasons every reason; empty when graded
 */
public record PhysicalGradeResult(
        String scheme,
        String product,
        String status,
        @Nullable Graded graded,
        List<GradeResult.Reason> reasons) {
    public PhysicalGradeResult {
        reasons = List.copyOf(reasons);
    }

    /**
     * A grade with what it follows from.
     *
     * @param title name of the product
     * @param measure {@code comprehensive}, {@code electricity} or {@code fuel}
     * @param output amount made
     * @param energy energy counted
     * @param intensity energy per output
     * @param isWholeSite whether all energy of the inventory was counted
     * @param lines the levels compared with, the best first; a value exactly on a level belongs to it
     * @param grade 1 to 3 within that level, 4 above the limit
     * @param label name of the grade
     * @param toBetter energy to be saved for the next better level; null for the best
     * @param quality the least established of the levels and coefficients used
     * @param parts the energy by source and carrier
     */
    public record Graded(
            LocalText title,
            String measure,
            Amount output,
            Amount energy,
            Amount intensity,
            boolean isWholeSite,
            List<Line> lines,
            int grade,
            LocalText label,
            @Nullable Amount toBetter,
            String quality,
            List<Part> parts) {
        public Graded {
            lines = List.copyOf(lines);
            parts = List.copyOf(parts);
        }
    }

    /** A level of the energy limit, after corrections, with the row it is printed in. */
    public record Line(int level, Amount value, Amount printed, String edition, String id, String sourceRef) {}

    /** The energy of one carrier at one source; {@code share} is a part of 1. */
    public record Part(
            String source,
            String carrier,
            Amount amount,
            String share,
            @Nullable Amount coefficient,
            String origin,
            Amount energy) {}
}
