// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.report.content;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.text.LocalText;

/**
 * A grade with what it follows from.
 *
 * @param scheme name and edition of the scheme
 * @param schemeTitle its title
 * @param numerator which emissions it counts, {@code energy-co2} or {@code total}
 * @param counted the emissions counted
 * @param net the same after deductions
 * @param notCounted emissions that the scheme leaves out
 * @param valueAdded money
 * @param intensity L
 * @param level rank of L
 * @param levels scale of L
 * @param average the peers' L
 * @param peers who they are, in words
 * @param ratio K
 * @param grade rank of K
 * @param grades scale of K
 * @param neutralShare of 1
 * @param toBetterGrade CO2 still to be saved; null for the best
 * @param toBetterLevel the same for the level
 */
public record GradePart(
        String scheme,
        LocalText schemeTitle,
        String numerator,
        Quantity counted,
        Quantity net,
        Quantity notCounted,
        Quantity valueAdded,
        Quantity intensity,
        int level,
        List<ScaleStep> levels,
        Quantity average,
        LocalText peers,
        BigDecimal ratio,
        int grade,
        List<ScaleStep> grades,
        Quantity neutralShare,
        @Nullable Quantity toBetterGrade,
        @Nullable Quantity toBetterLevel) {
    public GradePart {
        levels = List.copyOf(levels);
        grades = List.copyOf(grades);
    }

    /**
     * One step of a scale.
     *
     * @param upperBound null for the last
     * @param isBoundIncluded whether the bound belongs to it, as opposed to the next
     */
    public record ScaleStep(
            int rank, LocalText label, @Nullable BigDecimal upperBound, boolean isBoundIncluded) {
        /** The bound with its side, such as {@code ≤ 0.6}; empty for the last. */
        public String bound() {
            return upperBound == null
                    ? ""
                    : (isBoundIncluded ? "≤ " : "< ")
                            + upperBound.stripTrailingZeros().toPlainString();
        }
    }

    /** The name of a rank. */
    public static LocalText nameOf(List<ScaleStep> scale, int rank) {
        return scale.stream()
                .filter(step -> step.rank() == rank)
                .map(ScaleStep::label)
                .findFirst()
                .orElseGet(() -> new LocalText(String.valueOf(rank), String.valueOf(rank)));
    }
}
