// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.warning;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tanma.carbon.text.LocalText;

/**
 * Judges months and sums of a year by a threshold.
 *
 * <p>A bound itself is still kept. A plan is spread over the year as the year before was, where all of that is known, else evenly. A year is judged from below at
 * its end only, from above as soon as it is over. Months that are missing are not 0: a sum with a hole can break a maximum but never a minimum, and growth
 * compares only months that both years have.
 */
public final class ThresholdCheck {
    private static final int MONTHS = 12;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Threshold threshold;
    private final Series series;
    private final int year;

    private ThresholdCheck(Threshold threshold, Series series, int year) {
        this.threshold = threshold;
        this.series = series;
        this.year = year;
    }

    /** Every month, or the year, that breaks the threshold; the series has months and the threshold's unit. */
    public static List<Finding> of(Threshold threshold, Series series, int year) {
        if (series.step() != Step.MONTH
                || !series.unit().equals(threshold.unit()) && threshold.kind() != WarningKind.YEAR_ON_YEAR) {
            throw new IllegalArgumentException("threshold " + threshold.name() + " does not fit " + series.id());
        }
        ThresholdCheck check = new ThresholdCheck(threshold, series, year);
        return threshold.kind() == WarningKind.PLAN
                ? check.plan().stream().toList()
                : threshold.isYearly() ? check.yearly().stream().toList() : check.monthly();
    }

    private Map<LocalDate, BigDecimal> ofYear(int which) {
        Map<LocalDate, BigDecimal> months = new TreeMap<>();
        series.figures().forEach((at, figure) -> {
            if (at.getYear() == which) {
                months.put(at, figure);
            }
        });
        return months;
    }

    private List<Finding> monthly() {
        List<Finding> findings = new ArrayList<>();
        ofYear(year).forEach((month, figure) -> {
            if (threshold.kind() == WarningKind.YEAR_ON_YEAR) {
                growth(figure, series.at(month.minusYears(1)).orElse(BigDecimal.ZERO))
                        .filter(this::isBroken)
                        .ifPresent(grown -> findings.add(finding(month, month, grown)));
            } else if (isBroken(figure)) {
                findings.add(finding(month, month, figure));
            }
        });
        return findings;
    }

    private Optional<Finding> yearly() {
        Map<LocalDate, BigDecimal> months = ofYear(year);
        if (months.isEmpty()) {
            return Optional.empty();
        }
        LocalDate last = months.keySet().stream().max(LocalDate::compareTo).orElseThrow();
        LocalDate first = LocalDate.of(year, 1, 1);
        if (threshold.kind() == WarningKind.YEAR_ON_YEAR) {
            BigDecimal now = BigDecimal.ZERO;
            BigDecimal before = BigDecimal.ZERO;
            for (Map.Entry<LocalDate, BigDecimal> month : months.entrySet()) {
                Optional<BigDecimal> earlier = series.at(month.getKey().minusYears(1));
                if (earlier.isPresent()) {
                    now = now.add(month.getValue());
                    before = before.add(earlier.get());
                }
            }
            return growth(now, before).filter(this::isBroken).map(grown -> finding(first, last, grown));
        }
        BigDecimal sum = sum(months);
        boolean isJudged = threshold.kind() != WarningKind.MINIMUM || months.size() == MONTHS;
        return isJudged && isBroken(sum) ? Optional.of(finding(first, last, sum)) : Optional.empty();
    }

    /** The first month by whose end more was used than the plan's part for the months that have a figure. */
    private Optional<Finding> plan() {
        Map<LocalDate, BigDecimal> before = ofYear(year - 1);
        BigDecimal whole = sum(before);
        boolean hasProfile = before.size() == MONTHS && whole.signum() > 0;
        BigDecimal used = BigDecimal.ZERO;
        BigDecimal planned = BigDecimal.ZERO;
        for (Map.Entry<LocalDate, BigDecimal> month : ofYear(year).entrySet()) {
            used = used.add(month.getValue());
            planned = planned.add(
                    hasProfile ? before.getOrDefault(month.getKey().minusYears(1), BigDecimal.ZERO) : BigDecimal.ONE);
            BigDecimal part = threshold
                    .bound()
                    .multiply(planned)
                    .divide(hasProfile ? whole : BigDecimal.valueOf(MONTHS), MathContext.DECIMAL128);
            if (used.compareTo(part) > 0) {
                return Optional.of(finding(LocalDate.of(year, 1, 1), month.getKey(), used, part));
            }
        }
        return Optional.empty();
    }

    private static BigDecimal sum(Map<LocalDate, BigDecimal> months) {
        return months.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Optional<BigDecimal> growth(BigDecimal now, BigDecimal before) {
        return before.signum() <= 0
                ? Optional.empty()
                : Optional.of(now.subtract(before).multiply(HUNDRED).divide(before, MathContext.DECIMAL128));
    }

    private boolean isBroken(BigDecimal figure) {
        int compared = figure.compareTo(threshold.bound());
        return threshold.kind() == WarningKind.MINIMUM ? compared < 0 : compared > 0;
    }

    private Finding finding(LocalDate first, LocalDate last, BigDecimal observed) {
        return finding(first, last, observed, threshold.bound());
    }

    private Finding finding(LocalDate first, LocalDate last, BigDecimal observed, BigDecimal bound) {
        String said = Figures.said(observed) + " " + threshold.unit();
        String limit = Figures.said(bound) + " " + threshold.unit();
        return new Finding(
                threshold.kind(),
                threshold.name(),
                series.id(),
                Step.MONTH,
                first,
                last,
                series.count(first, last),
                observed,
                bound,
                threshold.unit(),
                new LocalText(
                        String.format(
                                Locale.ROOT,
                                "%s：%s，限值 %s",
                                threshold.kind().label().zh(),
                                said,
                                limit),
                        String.format(
                                Locale.ROOT,
                                "%s: %s, the bound is %s",
                                threshold.kind().label().en(),
                                said,
                                limit)));
    }
}
