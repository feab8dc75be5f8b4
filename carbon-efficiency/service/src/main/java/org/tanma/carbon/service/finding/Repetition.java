// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.finding;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tanma.carbon.service.ledger.ActivityEntry;
import org.tanma.carbon.service.ledger.Period;
import org.tanma.kit.rest.Wording;

/** Finds figures that stand in several months: copied from one to the next, perhaps. */
final class Repetition {
    private static final int FEWEST_MONTHS = 3;
    private static final int FEWEST_DIGITS = 4;
    /** Figures of few digits meet by chance; in half a year's months they hardly do. */
    private static final int HALF_A_YEAR = 6;

    private Repetition() {}

    static List<Finding> find(List<ActivityEntry> entries, Figures figures) {
        List<Finding> findings = new ArrayList<>();
        for (Figures.Series series : Figures.series(entries)) {
            Map<BigDecimal, List<Period>> byAmount = new TreeMap<>();
            series.byPeriod().forEach((period, entry) -> {
                if (!period.isWholeYear()) {
                    figures.amount(entry)
                            .map(BigDecimal::stripTrailingZeros)
                            .ifPresent(amount -> byAmount.computeIfAbsent(amount, a -> new ArrayList<>())
                                    .add(period));
                }
            });
            byAmount.forEach((amount, periods) -> {
                if (amount.signum() > 0 && isTelling(amount.precision(), periods.size())) {
                    ActivityEntry first = series.byPeriod().get(periods.get(0));
                    String figure = first == null
                            ? amount.toPlainString()
                            : first.content().amount() + " " + first.content().unit();
                    findings.add(new Finding(
                            FindingKind.IDENTICAL,
                            series.source(),
                            series.activity(),
                            periods,
                            new Wording(
                                    periods.size() + " 个月均为 " + figure + "：实测还是照抄？",
                                    figure + " in " + periods.size() + " months: measured, or copied?")));
                }
            });
        }
        return findings;
    }

    private static boolean isTelling(int digits, int months) {
        return digits >= FEWEST_DIGITS && months >= FEWEST_MONTHS
                || digits >= FEWEST_DIGITS - 1 && months >= HALF_A_YEAR;
    }
}
