// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tanma.carbon.service.ledger.ActivityEntry;
import org.tanma.carbon.service.ledger.Period;
import org.tanma.kit.rest.Wording;

/** Finds what is reported twice and what is not reported. */
final class Coverage {
    private static final int MONTHS = 12;

    private Coverage() {}

    /** @param thisMonth the month that is running: it and later ones are not missing yet */
    static List<Finding> find(List<ActivityEntry> entries, int year, Period thisMonth) {
        List<Finding> findings = new ArrayList<>();
        for (Figures.Series series : Figures.series(entries)) {
            overlap(series, findings);
            gap(series, year, thisMonth, findings);
        }
        meterTwice(entries, findings);
        evidenceTwice(entries, findings);
        return findings;
    }

    private static void overlap(Figures.Series series, List<Finding> findings) {
        Set<Period> periods = series.byPeriod().keySet();
        if (periods.size() > 1 && periods.stream().anyMatch(Period::isWholeYear)) {
            findings.add(new Finding(
                    FindingKind.OVERLAP,
                    series.source(),
                    series.activity(),
                    List.copyOf(periods),
                    new Wording(
                            "全年数与 " + (periods.size() - 1) + " 个月度数并存，请撤回其一",
                            "a figure for the year beside figures for " + (periods.size() - 1)
                                    + " months of it; withdraw the one or the others")));
        }
    }

    private static void gap(Figures.Series series, int year, Period thisMonth, List<Finding> findings) {
        Set<Period> periods = series.byPeriod().keySet();
        if (periods.stream().anyMatch(Period::isWholeYear)) {
            return;
        }
        Set<Period> missing = new TreeSet<>();
        for (int month = 1; month <= MONTHS; month++) {
            Period period = new Period(year, month);
            if (!periods.contains(period) && period.compareTo(thisMonth) < 0) {
                missing.add(period);
            }
        }
        if (!missing.isEmpty()) {
            findings.add(new Finding(
                    FindingKind.GAP,
                    series.source(),
                    series.activity(),
                    List.copyOf(missing),
                    new Wording(
                            "缺 " + missing.size() + " 个月：" + texts(missing, "、") + "；没有活动也请填 0",
                            missing.size() + " months are missing: " + texts(missing, ", ")
                                    + "; where there was none report 0")));
        }
    }

    private static String texts(Set<Period> periods, String between) {
        return String.join(between, periods.stream().map(Period::text).toList());
    }

    private static void meterTwice(List<ActivityEntry> entries, List<Finding> findings) {
        Map<List<String>, List<ActivityEntry>> byMeter = new HashMap<>();
        entries.stream()
                .sorted(Comparator.comparing(ActivityEntry::key))
                .filter(e -> !e.content().meter().isEmpty())
                .forEach(e -> byMeter.computeIfAbsent(
                                List.of(e.content().meter(), e.key().kind()), k -> new ArrayList<>())
                        .add(e));
        new TreeMap<>(keyed(byMeter)).forEach((key, ofMeter) -> {
            Set<Period> doubled = new TreeSet<>();
            Set<String> sources = new TreeSet<>();
            for (ActivityEntry one : ofMeter) {
                for (ActivityEntry other : ofMeter) {
                    boolean isTwice = !one.key().source().equals(other.key().source())
                            && one.key().period().overlaps(other.key().period());
                    if (isTwice) {
                        doubled.add(one.key().period());
                        sources.add(one.key().source());
                    }
                }
            }
            if (!doubled.isEmpty()) {
                String meter = ofMeter.get(0).content().meter();
                findings.add(new Finding(
                        FindingKind.METER_TWICE,
                        "",
                        ofMeter.get(0).key().kind(),
                        List.copyOf(doubled),
                        new Wording(
                                "计量器具 " + meter + " 同时用于 " + String.join("、", sources),
                                "meter " + meter + " stands for " + String.join(", ", sources) + " at once")));
            }
        });
    }

    private static void evidenceTwice(List<ActivityEntry> entries, List<Finding> findings) {
        Map<List<String>, List<ActivityEntry>> byEvidence = new HashMap<>();
        entries.stream()
                .sorted(Comparator.comparing(ActivityEntry::key))
                .filter(e -> !e.content().evidence().isEmpty())
                .forEach(e -> byEvidence
                        .computeIfAbsent(
                                List.of(
                                        e.content().evidence(),
                                        e.key().kind(),
                                        e.key().period().text(),
                                        e.content().amount(),
                                        e.content().unit()),
                                k -> new ArrayList<>())
                        .add(e));
        new TreeMap<>(keyed(byEvidence))
                .values().stream()
                        .filter(same -> same.size() > 1)
                        .forEach(same -> findings.add(new Finding(
                                FindingKind.EVIDENCE_TWICE,
                                "",
                                same.get(0).key().kind(),
                                List.of(same.get(0).key().period()),
                                new Wording(
                                        "凭证 " + same.get(0).content().evidence() + " 与同一数值同时用于 " + sources(same, "、"),
                                        "evidence " + same.get(0).content().evidence() + " and one figure stand for "
                                                + sources(same, ", ") + " at once"))));
    }

    private static String sources(List<ActivityEntry> entries, String between) {
        return String.join(
                between, entries.stream().map(e -> e.key().source()).distinct().toList());
    }

    private static <T> Map<String, T> keyed(Map<List<String>, T> map) {
        Map<String, T> keyed = new HashMap<>();
        map.forEach((key, value) -> keyed.put(String.join("\u0000", key), value));
        return keyed;
    }
}
