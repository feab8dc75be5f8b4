// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.warning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DailyAnomaliesTest {
    private static final int YEAR = 365;

    private static List<Finding> find(TreeMap<LocalDate, BigDecimal> figures) {
        return Anomalies.find(Sequences.days(figures, YEAR), Map.of(), List.of());
    }

    private static void scale(TreeMap<LocalDate, BigDecimal> figures, LocalDate from, LocalDate to, String factor) {
        for (LocalDate at = from; !at.isAfter(to); at = at.plusDays(1)) {
            figures.computeIfPresent(
                    at, (day, f) -> f.multiply(new BigDecimal(factor)).setScale(2, RoundingMode.HALF_UP));
        }
    }

    /** Forty quiet years of days: at most one false alarm in ten of them. */
    @Test
    void ordinaryYears_haveNextToNoAlarms() {
        int alarms = 0;
        for (long seed = 1; seed <= 40; seed++) {
            alarms += find(Sequences.factory(seed, YEAR)).size();
        }
        System.out.println("false alarms in 40 constructed years of days: " + alarms);
        assertThat(alarms).isLessThanOrEqualTo(4);
    }

    @Test
    void tenfoldDay_isFound_withWhatWasExpected() {
        TreeMap<LocalDate, BigDecimal> figures = Sequences.factory(7, YEAR);
        LocalDate day = LocalDate.of(2025, 6, 11);
        scale(figures, day, day, "10");
        List<Finding> findings = find(figures);
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(WarningKind.HIGH);
            assertThat(finding.first()).isEqualTo(day);
            assertThat(finding.expected()).isBetween(new BigDecimal("260"), new BigDecimal("300"));
            assertThat(finding.what().en()).contains("MWh on 2025-06-11, usually about");
            assertThat(finding.what().zh()).contains("单位或小数点有误");
        });
    }

    @Test
    void tenfoldDay_inTheFirstWeek_isFoundToo() {
        TreeMap<LocalDate, BigDecimal> figures = Sequences.factory(8, YEAR);
        LocalDate day = LocalDate.of(2025, 1, 3);
        scale(figures, day, day, "10");
        assertThat(find(figures)).extracting(Finding::kind, Finding::first).contains(tuple(WarningKind.HIGH, day));
    }

    @Test
    void quietSunday_isOrdinary_busySunday_isNot() {
        TreeMap<LocalDate, BigDecimal> figures = Sequences.factory(9, YEAR);
        LocalDate sunday = LocalDate.of(2025, 9, 7);
        figures.put(sunday, new BigDecimal("300.11"));
        assertThat(find(figures)).singleElement().extracting(Finding::first).isEqualTo(sunday);
    }

    @Test
    void stuckMeter_isFound() {
        TreeMap<LocalDate, BigDecimal> figures = Sequences.factory(10, YEAR);
        for (int day = 1; day <= 5; day++) {
            figures.put(LocalDate.of(2025, 4, day), new BigDecimal("291.37"));
        }
        assertThat(find(figures)).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(WarningKind.STUCK);
            assertThat(finding.steps()).isEqualTo(5);
        });
    }

    @Test
    void gap_isMissing_notLow() {
        TreeMap<LocalDate, BigDecimal> figures = Sequences.factory(11, YEAR);
        for (int day = 10; day <= 14; day++) {
            figures.remove(LocalDate.of(2025, 5, day));
        }
        assertThat(find(figures)).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(WarningKind.GAP);
            assertThat(finding.span()).isEqualTo("2025-05-10 .. 2025-05-14");
            assertThat(finding.observed()).isNull();
        });
    }

    @Test
    void drift_ofTwoPerCentAWeek_isFound() {
        TreeMap<LocalDate, BigDecimal> figures = Sequences.factory(12, YEAR);
        LocalDate from = LocalDate.of(2025, 3, 1);
        BigDecimal factor = BigDecimal.ONE;
        for (int day = 0; day < 140; day++) {
            factor = factor.multiply(new BigDecimal("1.003"), java.math.MathContext.DECIMAL64);
            scale(figures, from.plusDays(day), from.plusDays(day), factor.toPlainString());
        }
        scale(figures, from.plusDays(140), LocalDate.of(2025, 12, 31), factor.toPlainString());
        assertThat(find(figures)).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(WarningKind.DRIFT);
            assertThat(finding.what().en()).contains("rising");
            assertThat(finding.first()).isBetween(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 5, 1));
        });
    }

    @Test
    void stop_isOneFinding_andNoneWhenAnnounced() {
        TreeMap<LocalDate, BigDecimal> figures = Sequences.factory(13, YEAR);
        LocalDate from = LocalDate.of(2025, 7, 20);
        LocalDate to = LocalDate.of(2025, 7, 31);
        scale(figures, from, to, "0.1");
        assertThat(find(figures))
                .extracting(Finding::kind, Finding::first, Finding::last)
                .containsExactly(tuple(WarningKind.LOW, from, to));
        PlannedStop stop = new PlannedStop(from, to, "overhaul");
        assertThat(Anomalies.find(Sequences.days(figures, YEAR), Map.of(), List.of(stop)))
                .isEmpty();
        scale(figures, from, from, "100");
        assertThat(Anomalies.find(Sequences.days(figures, YEAR), Map.of(), List.of(stop)))
                .extracting(Finding::kind)
                .containsExactly(WarningKind.HIGH);
    }

    @Test
    void newLevel_isToldOnce_andBecomesUsual() {
        TreeMap<LocalDate, BigDecimal> figures = Sequences.factory(14, YEAR);
        scale(figures, LocalDate.of(2025, 5, 1), LocalDate.of(2025, 12, 31), "0.4");
        List<Finding> findings = find(figures);
        assertThat(findings).extracting(Finding::kind).containsOnlyOnce(WarningKind.LOW);
        assertThat(findings).allSatisfy(finding -> assertThat(finding.last()).isBefore(LocalDate.of(2025, 8, 1)));
    }

    @Test
    void shortSeries_isNotJudged_butItsGapsAre() {
        TreeMap<LocalDate, BigDecimal> figures = Sequences.factory(15, 9);
        figures.put(Sequences.FIRST.plusDays(3), new BigDecimal("9999"));
        assertThat(Anomalies.find(Sequences.days(figures, 10), Map.of(), List.of()))
                .extracting(Finding::kind)
                .containsExactly(WarningKind.GAP);
        assertThat(Anomalies.find(Sequences.days(new TreeMap<>(), 10), Map.of(), List.of()))
                .singleElement()
                .extracting(Finding::steps)
                .isEqualTo(10);
    }

    @Test
    void unit_doesNotMatter() {
        TreeMap<LocalDate, BigDecimal> figures = Sequences.factory(16, YEAR);
        scale(figures, LocalDate.of(2025, 2, 2), LocalDate.of(2025, 2, 2), "7");
        TreeMap<LocalDate, BigDecimal> inKwh = new TreeMap<>();
        figures.forEach((at, f) -> inKwh.put(at, f.multiply(new BigDecimal("1000"))));
        assertThat(find(inKwh))
                .extracting(Finding::key)
                .isEqualTo(find(figures).stream().map(Finding::key).toList());
    }
}
