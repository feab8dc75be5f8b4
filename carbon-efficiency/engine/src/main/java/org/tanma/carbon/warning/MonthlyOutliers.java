// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.warning;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Months that stand out.
 *
 * <p>Where the same month of the year before is known for six months or more, the ratio to it is compared with the median ratio: odd beyond 4 scaled MAD
 * and 40 % of it. Otherwise the season is not known: a month is compared with the median of all months and is odd only beyond 5 scaled MAD
 * <em>and</em> a factor of 3. Where production by month is known as well, the same must hold per unit of production: less used where less
 * was made is not odd.
 */
final class MonthlyOutliers {
    private static final int FEWEST_PAIRS = 6;
    private static final int FEWEST_MONTHS = 6;
    private static final BigDecimal SEASONAL_DEVIATIONS = new BigDecimal("4");
    private static final BigDecimal SEASONAL_PART = new BigDecimal("0.4");
    private static final BigDecimal DEVIATIONS = new BigDecimal("5");
    private static final BigDecimal FACTOR = new BigDecimal("3");

    private final Series series;

    MonthlyOutliers(Series series) {
        this.series = series;
    }

    /** The odd months of the last twelve, in order of time. */
    List<Judged> find(Map<LocalDate, BigDecimal> production) {
        List<Judged> odd = new ArrayList<>();
        List<LocalDate> months = lastTwelve();
        Map<LocalDate, BigDecimal> earlier = new java.util.TreeMap<>();
        months.forEach(m -> series.at(m.minusYears(1))
                .filter(figure -> figure.signum() > 0)
                .ifPresent(figure -> earlier.put(m, figure)));
        for (LocalDate month : months) {
            BigDecimal figure = series.figures().get(month);
            if (figure == null) {
                continue;
            }
            Optional<BigDecimal> expected = earlier.size() >= FEWEST_PAIRS
                    ? oddAgainst(month, months, earlier, true)
                    : oddAgainst(month, months, Map.of(), false).filter(e -> !isExplained(month, months, production));
            expected.ifPresent(e -> odd.add(new Judged(month, figure, e)));
        }
        return odd;
    }

    private List<LocalDate> lastTwelve() {
        return series.steps().stream()
                .filter(month -> month.plusYears(1).isAfter(series.last()))
                .toList();
    }

    /** True when per unit of production the month is like the others. */
    private boolean isExplained(LocalDate month, List<LocalDate> months, Map<LocalDate, BigDecimal> production) {
        Map<LocalDate, BigDecimal> made = new java.util.TreeMap<>();
        months.forEach(m -> {
            BigDecimal amount = production.get(m);
            if (amount != null && amount.signum() > 0) {
                made.put(m, amount);
            }
        });
        return made.size() >= FEWEST_MONTHS
                && made.containsKey(month)
                && oddAgainst(month, months, made, false).isEmpty();
    }

    /** What was expected of the month if it is odd; figures are divided by {@code divisors} where there are any. */
    private Optional<BigDecimal> oddAgainst(
            LocalDate month, List<LocalDate> months, Map<LocalDate, BigDecimal> divisors, boolean isSeasonal) {
        BigDecimal own = ratio(month, divisors).orElse(null);
        List<BigDecimal> others = new ArrayList<>();
        for (LocalDate other : months) {
            if (!other.equals(month)) {
                ratio(other, divisors).ifPresent(others::add);
            }
        }
        if (own == null || others.size() < FEWEST_MONTHS - 1) {
            return Optional.empty();
        }
        BigDecimal usual = Robust.median(others);
        BigDecimal distance = own.subtract(usual).abs();
        BigDecimal deviations = isSeasonal ? SEASONAL_DEVIATIONS : DEVIATIONS;
        boolean isFar =
                distance.compareTo(Robust.spread(others, usual).multiply(deviations, MathContext.DECIMAL128)) > 0;
        boolean isMuch = isSeasonal
                ? distance.compareTo(usual.abs().multiply(SEASONAL_PART, MathContext.DECIMAL128)) > 0
                : own.compareTo(usual.multiply(FACTOR)) > 0
                        || own.multiply(FACTOR).compareTo(usual) < 0;
        BigDecimal divisor = divisors.getOrDefault(month, BigDecimal.ONE);
        return isFar && isMuch ? Optional.of(usual.multiply(divisor, MathContext.DECIMAL128)) : Optional.empty();
    }

    private Optional<BigDecimal> ratio(LocalDate month, Map<LocalDate, BigDecimal> divisors) {
        if (divisors.isEmpty()) {
            return series.at(month);
        }
        BigDecimal divisor = divisors.get(month);
        return divisor == null
                ? Optional.empty()
                : series.at(month).map(figure -> figure.divide(divisor, MathContext.DECIMAL128));
    }
}
