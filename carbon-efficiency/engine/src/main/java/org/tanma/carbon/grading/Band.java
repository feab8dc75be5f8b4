// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.grading;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.text.LocalText;

/**
 * One step of a scale on which less is better.
 *
 * @param rank 1 is the best
 * @param label its name
 * @param upperBound the largest value that still belongs to it (the bound belongs to the better band); null for the last
 */
public record Band(int rank, LocalText label, @Nullable BigDecimal upperBound) {
    /** Whether numerator ÷ denominator is at most the bound; exact, for no quotient is formed. */
    boolean includes(BigDecimal numerator, BigDecimal positiveDenominator) {
        return upperBound == null || numerator.compareTo(upperBound.multiply(positiveDenominator)) <= 0;
    }
}
