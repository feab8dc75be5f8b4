// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.grading.physical;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.factor.Factor;
import org.tanma.carbon.factor.Quality;
import org.tanma.carbon.grading.physical.PhysicalScheme.Measure;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.text.LocalText;

/**
 * The grade of one product by its energy, with what it follows from. Nothing in it is rounded. A value exactly on a level
 * belongs to that level, the better side.
 *
 * @param scheme scheme edition
 * @param product id of the product
 * @param title its name
 * @param measure which energy counts
 * @param output amount made
 * @param energy energy counted, in the unit of the levels' numerator
 * @param intensity energy per output, in the unit of the levels
 * @param isWholeSite whether all energy of the inventory was counted, for no shares were given
 * @param lines the levels compared with, the best first; a level that the standard does not set is left out
 * @param grade 1 to 3 within that level, 4 above the limit
 * @param label name of the grade
 * @param toBetter energy to be saved, output being equal, to reach the next better level that is set; null for the best
 * @param parts the energy by source and carrier
 * @param quality the least established of the levels and coefficients used
 */
public record PhysicalGrade(
        EditionRef scheme,
        String product,
        LocalText title,
        Measure measure,
        Quantity output,
        Quantity energy,
        Quantity intensity,
        boolean isWholeSite,
        List<ReferenceLine> lines,
        int grade,
        LocalText label,
        @Nullable Quantity toBetter,
        List<EnergyPart> parts,
        Quality quality)
        implements PhysicalOutcome {
    public PhysicalGrade {
        lines = List.copyOf(lines);
        parts = List.copyOf(parts);
    }

    /**
     * A level of the energy limit.
     *
     * @param level 1 to 3
     * @param printed the row it is printed in
     * @param value the same after corrections; the value itself belongs to the level
     */
    public record ReferenceLine(int level, Factor printed, Quantity value) {}

    /**
     * The energy of one carrier at one source.
     *
     * @param source the enterprise's name for it
     * @param carrier a fuel, {@code electricity} or {@code heat}
     * @param amount what was used in the year; negative for what was delivered
     * @param share the part of it that the product took, of 1
     * @param coefficient standard coal (or energy) per amount, the mean of the readings; null for electricity counted as such
     * @param origin where it comes from: edition and id of a row, or the evidence of a measured value
     * @param energy the part counted, in the unit of the levels' numerator
     */
    public record EnergyPart(
            String source,
            String carrier,
            Quantity amount,
            BigDecimal share,
            @Nullable Quantity coefficient,
            String origin,
            Quantity energy) {}
}
