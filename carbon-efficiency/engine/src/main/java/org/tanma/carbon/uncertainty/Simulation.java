// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.uncertainty;

import java.math.BigDecimal;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.quantity.Quantity;

/**
 * The uncertainty of a total by drawing samples; figures in {@value UncertaintyEngine#DIGITS} significant digits.
 *
 * @param defaults the table used where nothing is stated
 * @param seed of the generator
 * @param draws how many samples
 * @param mean of the samples, tCO2e
 * @param median of the samples, tCO2e
 * @param standardDeviation of the samples, tCO2e
 * @param lower 2.5th percentile, tCO2e
 * @param upper 97.5th percentile, tCO2e
 * @param standardError of the mean, tCO2e: what more draws would still change
 */
public record Simulation(
        EditionRef defaults,
        long seed,
        int draws,
        Quantity mean,
        Quantity median,
        Quantity standardDeviation,
        Quantity lower,
        Quantity upper,
        Quantity standardError) {
    public static final int MIN_DRAWS = 100;
    public static final int MAX_DRAWS = 1_000_000;

    /**
     * From this half width of the 95 % interval in per cent on, a figure is drawn from a lognormal distribution, which cannot
     * fall below zero; below it from a normal one.
     */
    public static final BigDecimal LOGNORMAL_ABOVE_PERCENT = BigDecimal.valueOf(30);
}
