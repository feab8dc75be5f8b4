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
 * @param upperBound the value it ends at; null for the last
 * @param isBoundIncluded whether a value exactly on the bound still belongs to it, as opposed to the next worse band
 */
public record Band(int rank, LocalText label, @Nullable BigDecimal upperBound, boolean isBoundIncluded) {
    /** A band that its bound belongs to. */
    public Band(int rank, LocalText label, @Nullable BigDecimal upperBound) {
        this(rank, label, upperBound, true);
    }

    /** Whether numerator ÷ denominator belongs to this band or a better one; exact, for no quotient is formed. */
    boolean includes(BigDecimal numerator, BigDecimal positiveDenominator) {
        if (upperBound == null) {
            return true;
        }
        int side = numerator.compareTo(upperBound.multiply(positiveDenominator));
        return isBoundIncluded ? side <= 0 : side < 0;
    }
}
