// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.warning;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds what is missing or odd in a series.
 *
 * <p>Contract: a pure function, thread-safe; findings in the order of their first step. Methods: {@link Gaps}, {@link StuckRuns}, {@link DailyOutliers}, {@link
 * WeeklyDrift}, {@link MonthlyOutliers}; constants and reasons in docs/carbon/portrait.md.
 */
public final class Anomalies {
    private static final Comparator<Finding> ORDER =
            Comparator.comparing(Finding::first).thenComparing(Finding::kind).thenComparing(Finding::rule);

    private Anomalies() {}

    /**
     * All findings of a series.
     *
     * @param production amounts made by month, for series of months; empty when not known
     * @param stops stops announced: odd low figures within one are not told
     */
    public static List<Finding> find(Series series, Map<LocalDate, BigDecimal> production, List<PlannedStop> stops) {
        List<Finding> findings = new ArrayList<>(Gaps.find(series));
        findings.addAll(StuckRuns.find(series));
        if (series.step() == Step.DAY) {
            List<Judged> odd = new DailyOutliers(series).find();
            findings.addAll(Judged.findings(
                    series,
                    odd.stream().filter(judged -> !isPlanned(judged, stops)).toList()));
            Set<LocalDate> notOrdinary = odd.stream().map(Judged::at).collect(Collectors.toSet());
            findings.addAll(new WeeklyDrift(series, notOrdinary).find());
        } else {
            findings.addAll(Judged.findings(series, new MonthlyOutliers(series).find(production)));
        }
        return findings.stream().sorted(ORDER).toList();
    }

    private static boolean isPlanned(Judged judged, List<PlannedStop> stops) {
        return judged.observed().compareTo(judged.expected()) < 0
                && stops.stream().anyMatch(stop -> stop.covers(judged.at()));
    }
}
