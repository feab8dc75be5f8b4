// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.finding;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tanma.carbon.quantity.UnitCatalog;
import org.tanma.carbon.service.ledger.ActivityEntry;
import org.tanma.carbon.service.ledger.Period;

/** Finds months that stand out from their own year and from the year before. */
public final class Jumps {
    private static final BigDecimal FAR = new BigDecimal("3");
    private static final int MONTHS_OF_A_LEVEL = 6;

    private final Figures figures;

    public Jumps(UnitCatalog units) {
        this.figures = new Figures(units);
    }

    /**
     * @param entries of one enterprise and year
     * @param before those of the year before; may be empty
     */
    public List<Finding> find(List<ActivityEntry> entries, List<ActivityEntry> before) {
        List<Figures.Series> earlier = Figures.series(before);
        List<Finding> findings = new ArrayList<>();
        for (Figures.Series series : Figures.series(entries)) {
            Map<Period, BigDecimal> months = months(series);
            Map<Period, BigDecimal> lastYear = earlier.stream()
                    .filter(s ->
                            s.source().equals(series.source()) && s.activity().equals(series.activity()))
                    .findFirst()
                    .map(this::months)
                    .orElse(Map.of());
            months.forEach((month, amount) -> ofOwnYear(month, amount, months)
                    .or(() -> ofLastYear(month, amount, months, lastYear))
                    .map(oddity -> new Finding(
                            oddity.kind(), series.source(), series.activity(), List.of(month), oddity.text()))
                    .ifPresent(findings::add));
        }
        return findings;
    }

    private Map<Period, BigDecimal> months(Figures.Series series) {
        Map<Period, BigDecimal> months = new TreeMap<>();
        series.byPeriod().forEach((period, entry) -> {
            if (!period.isWholeYear()) {
                figures.amount(entry).ifPresent(amount -> months.put(period, amount));
            }
        });
        return months;
    }

    private static Optional<Oddity> ofOwnYear(Period month, BigDecimal amount, Map<Period, BigDecimal> months) {
        List<BigDecimal> others = months.entrySet().stream()
                .filter(e -> !e.getKey().equals(month))
                .map(Map.Entry::getValue)
                .toList();
        return Oddity.find(amount, others);
    }

    /** A year that runs at another level as a whole is no slip of a month: then the months are compared with that level. */
    private static Optional<Oddity> ofLastYear(
            Period month, BigDecimal amount, Map<Period, BigDecimal> months, Map<Period, BigDecimal> lastYear) {
        BigDecimal before = lastYear.getOrDefault(new Period(month.year() - 1, month.month()), BigDecimal.ZERO);
        if (before.signum() <= 0 || amount.signum() <= 0) {
            return Optional.empty();
        }
        BigDecimal ratio = amount.divide(before, MathContext.DECIMAL64);
        Optional<Oddity> oddity = Oddity.ofLastYear(ratio, FAR);
        boolean isWholeYear = oddity.isPresent()
                && oddity.get().kind() != FindingKind.UNIT_SLIP
                && level(months, lastYear).filter(l -> isNear(ratio, l)).isPresent();
        return isWholeYear ? Optional.empty() : oddity;
    }

    /** How many times the year before the months of this year are, by the median; empty where few months have both. */
    private static Optional<BigDecimal> level(Map<Period, BigDecimal> months, Map<Period, BigDecimal> lastYear) {
        List<BigDecimal> ratios = months.entrySet().stream()
                .flatMap(e -> Optional.ofNullable(lastYear.get(
                                new Period(e.getKey().year() - 1, e.getKey().month())))
                        .filter(b -> b.signum() > 0 && e.getValue().signum() > 0)
                        .map(b -> e.getValue().divide(b, MathContext.DECIMAL64))
                        .stream())
                .sorted()
                .toList();
        return ratios.size() < MONTHS_OF_A_LEVEL ? Optional.empty() : Optional.of(ratios.get(ratios.size() / 2));
    }

    private static boolean isNear(BigDecimal ratio, BigDecimal level) {
        BigDecimal times = ratio.divide(level, MathContext.DECIMAL64);
        return times.compareTo(FAR) < 0 && times.multiply(FAR).compareTo(BigDecimal.ONE) > 0;
    }
}
