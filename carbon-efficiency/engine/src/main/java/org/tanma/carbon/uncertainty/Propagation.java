// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.uncertainty;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.quantity.Quantity;

/**
 * The uncertainty of a total by propagation of error.
 *
 * <p>Percentages have {@value UncertaintyEngine#DIGITS} significant digits, the bounds as many as follow from them.
 *
 * @param defaults the table used where nothing is stated
 * @param emission the total, tCO2e
 * @param percent half the 95 % interval in per cent of it; null when the total is 0
 * @param lower lower bound of the 95 % interval, tCO2e
 * @param upper upper bound, tCO2e
 * @param sources one line per source and activity, in the order of their names
 * @param inputs the figures that cause it, the largest first; those without influence are left out
 */
public record Propagation(
        EditionRef defaults,
        Quantity emission,
        @Nullable BigDecimal percent,
        Quantity lower,
        Quantity upper,
        List<SourceUncertainty> sources,
        List<InputContribution> inputs) {
    public Propagation {
        sources = List.copyOf(sources);
        inputs = List.copyOf(inputs);
    }
}
