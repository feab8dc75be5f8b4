// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.warning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ThresholdCheckTest {
    private static Series months(int year, String... figures) {
        TreeMap<LocalDate, BigDecimal> known = new TreeMap<>();
        for (int i = 0; i < figures.length; i++) {
            if (!figures[i].isEmpty()) {
                known.put(LocalDate.of(year, 1, 1).plusMonths(i), new BigDecimal(figures[i]));
            }
        }
        LocalDate last = LocalDate.of(year, 1, 1).plusMonths(figures.length - 1L);
        return new Series("emission", "tCO2e", Step.MONTH, LocalDate.of(year, 1, 1), last, known);
    }

    private static List<Finding> check(WarningKind kind, boolean isYearly, String bound, Series series, int year) {
        String unit = kind == WarningKind.YEAR_ON_YEAR ? "%" : "tCO2e";
        return ThresholdCheck.of(
                new Threshold("limit", "emission", kind, isYearly, new BigDecimal(bound), unit), series, year);
    }

    @Test
    void bound_itself_isKept() {
        Series series = months(2025, "10", "10.0001", "9.9999");
        assertThat(check(WarningKind.MAXIMUM, false, "10", series, 2025))
                .extracting(Finding::first)
                .containsExactly(LocalDate.of(2025, 2, 1));
        assertThat(check(WarningKind.MINIMUM, false, "10", series, 2025))
                .extracting(Finding::first)
                .containsExactly(LocalDate.of(2025, 3, 1));
    }

    @Test
    void sumWithAHole_mayBreakAMaximum_neverAMinimum() {
        Series series = months(2025, "10", "", "10");
        assertThat(check(WarningKind.MAXIMUM, true, "19", series, 2025)).hasSize(1);
        assertThat(check(WarningKind.MINIMUM, true, "1000", series, 2025)).isEmpty();
        assertThat(check(WarningKind.MAXIMUM, true, "19", series, 2024)).isEmpty();
    }

    @Test
    void growth_comparesMonthsThatBothYearsHave() {
        String[] two = new String[24];
        java.util.Arrays.fill(two, "");
        two[0] = "100";
        two[1] = "100";
        two[12] = "109";
        two[13] = "112";
        two[14] = "900";
        Series series = months(2024, two);
        assertThat(check(WarningKind.YEAR_ON_YEAR, false, "10", series, 2025))
                .extracting(Finding::first)
                .containsExactly(LocalDate.of(2025, 2, 1));
        assertThat(check(WarningKind.YEAR_ON_YEAR, true, "10", series, 2025))
                .singleElement()
                .satisfies(finding -> assertThat(finding.observed()).isEqualByComparingTo("10.5"));
        assertThat(check(WarningKind.YEAR_ON_YEAR, true, "10.5", series, 2025)).isEmpty();
    }

    @Test
    void plan_isSpreadEvenly_andBreaksInTheMonthThatPassesIt() {
        Series series = months(2025, "10", "10", "11", "5");
        assertThat(check(WarningKind.PLAN, true, "120", series, 2025))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.last()).isEqualTo(LocalDate.of(2025, 3, 1));
                    assertThat(finding.observed()).isEqualByComparingTo("31");
                    assertThat(finding.expected()).isEqualByComparingTo("30");
                });
        assertThat(check(WarningKind.PLAN, true, "124", series, 2025)).isEmpty();
    }

    @Test
    void plan_followsTheSeasonOfTheYearBefore_whereThatIsKnown() {
        String[] two = new String[24];
        java.util.Arrays.fill(two, "5");
        two[0] = "65";
        two[12] = "64";
        assertThat(check(WarningKind.PLAN, true, "120", months(2024, two), 2025))
                .isEmpty();
        two[12] = "66";
        assertThat(check(WarningKind.PLAN, true, "120", months(2024, two), 2025))
                .extracting(Finding::last)
                .containsExactly(LocalDate.of(2025, 1, 1));
    }

    @Test
    void unitThatDoesNotFit_isRefused() {
        assertThatThrownBy(() -> ThresholdCheck.of(
                        new Threshold("t", "x", WarningKind.MAXIMUM, true, BigDecimal.ONE, "MWh"),
                        months(2025, "1"),
                        2025))
                .hasMessageContaining("does not fit");
    }

    @Test
    void states_goForwardOnly() {
        assertThat(WarningState.RAISED.mayBecome(WarningState.ACKNOWLEDGED)).isTrue();
        assertThat(WarningState.RAISED.mayBecome(WarningState.CLEARED)).isTrue();
        assertThat(WarningState.ACKNOWLEDGED.mayBecome(WarningState.RAISED)).isFalse();
        assertThat(WarningState.CLEARED.mayBecome(WarningState.ACKNOWLEDGED)).isFalse();
    }
}
