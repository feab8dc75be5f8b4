// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.warning;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.text.LocalText;

/**
 * A slow change that no single day shows: over twelve weeks the medians of the weeks agree in their direction (Kendall, at least 0.7) and their robust slope
 * (Theil and Sen) adds up to 15 % or more of their median. Weeks count with four days that are known and not odd; ten weeks must count.
 * Windows that overlap are one finding.
 */
final class WeeklyDrift {
    private static final int WEEK = 7;
    private static final int WEEKS = 12;
    private static final int FEWEST_WEEKS = 10;
    private static final int FEWEST_DAYS = 4;
    private static final BigDecimal AGREEMENT = new BigDecimal("0.7");
    private static final BigDecimal CHANGE = new BigDecimal("0.15");

    private final Series series;
    private final Set<LocalDate> odd;

    WeeklyDrift(Series series, Set<LocalDate> odd) {
        this.series = series;
        this.odd = odd;
    }

    /** One window in which the series drifted by {@code change}, a part of its median. */
    private record Drift(int firstWeek, int lastWeek, BigDecimal change, BigDecimal from, BigDecimal to) {
        boolean overlaps(Drift later) {
            return later.firstWeek <= lastWeek && later.change.signum() == change.signum();
        }

        Drift joined(Drift later) {
            boolean isLarger = later.change.abs().compareTo(change.abs()) > 0;
            return new Drift(firstWeek, later.lastWeek, isLarger ? later.change : change, from, later.to);
        }
    }

    List<Finding> find() {
        Map<Integer, BigDecimal> medians = weeks();
        int last = medians.keySet().stream().max(Integer::compare).orElse(-1);
        List<Finding> findings = new ArrayList<>();
        @Nullable Drift open = null;
        for (int end = WEEKS - 1; end <= last; end++) {
            @Nullable Drift drift = window(medians, end);
            if (drift == null) {
                continue;
            }
            if (open != null && open.overlaps(drift)) {
                open = open.joined(drift);
            } else {
                if (open != null) {
                    findings.add(finding(open));
                }
                open = drift;
            }
        }
        if (open != null) {
            findings.add(finding(open));
        }
        return findings;
    }

    /** Medians of the weeks since the first day, by number from 0. */
    private Map<Integer, BigDecimal> weeks() {
        Map<Integer, List<BigDecimal>> days = new TreeMap<>();
        int day = 0;
        for (LocalDate at : series.steps()) {
            int week = day++ / WEEK;
            if (!odd.contains(at)) {
                series.at(at)
                        .ifPresent(f -> days.computeIfAbsent(week, w -> new ArrayList<>())
                                .add(f));
            }
        }
        Map<Integer, BigDecimal> medians = new TreeMap<>();
        days.forEach((week, figures) -> {
            if (figures.size() >= FEWEST_DAYS) {
                medians.put(week, Robust.median(figures));
            }
        });
        return medians;
    }

    private static @Nullable Drift window(Map<Integer, BigDecimal> medians, int end) {
        List<Integer> positions = new ArrayList<>();
        List<BigDecimal> figures = new ArrayList<>();
        for (int week = end - WEEKS + 1; week <= end; week++) {
            BigDecimal median = medians.get(week);
            if (median != null) {
                positions.add(week);
                figures.add(median);
            }
        }
        if (figures.size() < FEWEST_WEEKS) {
            return null;
        }
        Robust.Trend trend = Robust.trend(positions, figures);
        BigDecimal level = Robust.median(figures);
        if (level.signum() <= 0 || trend.agreement().abs().compareTo(AGREEMENT) < 0) {
            return null;
        }
        BigDecimal change =
                trend.slope().multiply(BigDecimal.valueOf(WEEKS - 1L)).divide(level, MathContext.DECIMAL128);
        return change.abs().compareTo(CHANGE) < 0
                ? null
                : new Drift(end - WEEKS + 1, end, change, figures.get(0), figures.get(figures.size() - 1));
    }

    private Finding finding(Drift drift) {
        LocalDate first = series.first().plusDays((long) drift.firstWeek() * WEEK);
        LocalDate end = series.first().plusDays((drift.lastWeek() + 1L) * WEEK - 1);
        LocalDate last = end.isAfter(series.last()) ? series.last() : end;
        String percent = drift.change()
                .movePointRight(2)
                .setScale(0, RoundingMode.HALF_UP)
                .abs()
                .toPlainString();
        boolean isRise = drift.change().signum() > 0;
        return new Finding(
                WarningKind.DRIFT,
                WarningKind.DRIFT.code(),
                series.id(),
                series.step(),
                first,
                last,
                series.count(first, last),
                drift.to(),
                drift.from(),
                series.unit(),
                new LocalText(
                        String.format(
                                Locale.ROOT, "周中位数持续%s，12 周约 %s%%：计量漂移、泄漏，还是产量变化？", isRise ? "上升" : "下降", percent),
                        String.format(
                                Locale.ROOT,
                                "weekly medians keep %s, about %s %% in 12 weeks: a meter that drifts, a leak, or another output?",
                                isRise ? "rising" : "falling",
                                percent)));
    }
}
