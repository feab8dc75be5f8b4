// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.grading;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Bands from best to worst that leave no value without one.
 *
 * @param bands ranks 1, 2, 3 …; bounds rise strictly; only the last has none
 */
public record Scale(List<Band> bands) {
    public Scale {
        bands = List.copyOf(bands);
        @Nullable BigDecimal previous = null;
        for (int i = 0; i < bands.size(); i++) {
            @Nullable BigDecimal bound = bands.get(i).upperBound();
            boolean isLast = i == bands.size() - 1;
            boolean rises = bound == null || previous == null || bound.compareTo(previous) > 0;
            if (bands.get(i).rank() != i + 1 || isLast != (bound == null) || !rises) {
                throw new IllegalArgumentException("bands must be ranked from 1 with rising bounds, the last open");
            }
            previous = bound;
        }
        if (bands.isEmpty()) {
            throw new IllegalArgumentException("a scale needs a band");
        }
    }

    /**
     * The band that a ratio falls into. The ratio is given as a fraction so that a value exactly on a bound is never pushed
     * over it by the last digit of a quotient.
     *
     * @param positiveDenominator above zero
     */
    public Band bandOf(BigDecimal numerator, BigDecimal positiveDenominator) {
        if (positiveDenominator.signum() <= 0) {
            throw new IllegalArgumentException("denominator must be above zero: " + positiveDenominator);
        }
        return bands.stream()
                .filter(band -> band.includes(numerator, positiveDenominator))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the last band is open"));
    }

    /** The band just better than this one, or null for the best. */
    @Nullable
    Band better(Band band) {
        return band.rank() == 1 ? null : bands.get(band.rank() - 2);
    }
}
