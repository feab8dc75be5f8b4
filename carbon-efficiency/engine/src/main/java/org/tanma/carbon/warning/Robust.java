// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.warning;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** Location, spread and trend that a few wild figures do not move. */
final class Robust {
    /** Makes the median absolute deviation of normal scatter its standard deviation: 1 ÷ 0.6745. */
    private static final BigDecimal NORMAL = new BigDecimal("1.4826");

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private Robust() {}

    /** Middle of the figures, the mean of the two middle ones where they are even; there is at least one. */
    static BigDecimal median(List<BigDecimal> figures) {
        List<BigDecimal> sorted = figures.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : sorted.get(middle - 1).add(sorted.get(middle)).divide(TWO, MathContext.DECIMAL128);
    }

    /** Median absolute deviation from {@code centre}, scaled to a standard deviation. */
    static BigDecimal spread(List<BigDecimal> figures, BigDecimal centre) {
        return median(figures.stream().map(f -> f.subtract(centre).abs()).toList())
                .multiply(NORMAL, MathContext.DECIMAL128);
    }

    /**
     * Trend of figures over their positions.
     *
     * @param slope median of the slopes between all pairs (Theil and Sen), per step
     * @param agreement pairs that rise less pairs that fall, over all pairs (Kendall), −1 to 1
     */
    record Trend(BigDecimal slope, BigDecimal agreement) {}

    /** The trend; positions and figures are as many, at least two, positions rising. */
    static Trend trend(List<Integer> positions, List<BigDecimal> figures) {
        List<BigDecimal> slopes = new ArrayList<>();
        int sum = 0;
        for (int i = 0; i < figures.size(); i++) {
            for (int j = i + 1; j < figures.size(); j++) {
                BigDecimal rise = figures.get(j).subtract(figures.get(i));
                slopes.add(
                        rise.divide(BigDecimal.valueOf(positions.get(j) - positions.get(i)), MathContext.DECIMAL128));
                sum += rise.signum();
            }
        }
        return new Trend(
                median(slopes),
                BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(slopes.size()), MathContext.DECIMAL128));
    }
}
