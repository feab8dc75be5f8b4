// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.warning;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MonthlyAnomaliesTest {
    /** Heating gas of one year: high in winter, a tenth of that in summer. */
    private static final String[] HEATING = {
        "49.43", "43.02", "30.14", "15.39", "9.48", "6.04", "4.51", "4.68", "6.12", "12.05", "28.19", "45.93"
    };
    /** Purchased electricity of a kiln line, with a winter stop. */
    private static final String[] KILN = {
        "5161.7", "3183.1", "7999.0", "8648.2", "8464.3", "7724.6", "6969.7", "7776.7", "8723.3", "9328.2", "9527.5",
        "8891.3"
    };

    private static TreeMap<LocalDate, BigDecimal> year(int year, String... figures) {
        TreeMap<LocalDate, BigDecimal> months = new TreeMap<>();
        for (int i = 0; i < figures.length; i++) {
            months.put(LocalDate.of(year, i + 1, 1), new BigDecimal(figures[i]));
        }
        return months;
    }

    private static List<Finding> find(TreeMap<LocalDate, BigDecimal> figures, Map<LocalDate, BigDecimal> production) {
        Series series = new Series(
                "BOILER/fuel",
                "t",
                Step.MONTH,
                LocalDate.of(figures.firstKey().getYear(), 1, 1),
                LocalDate.of(figures.lastKey().getYear(), 12, 1),
                figures);
        return Anomalies.find(series, production, List.of());
    }

    @Test
    void oneYearWithASeason_isNotOdd() {
        assertThat(find(year(2025, HEATING), Map.of())).isEmpty();
        assertThat(find(year(2025, KILN), Map.of())).isEmpty();
    }

    @Test
    void tenfoldMonth_isOdd_alsoWhereProductionIsKnown() {
        TreeMap<LocalDate, BigDecimal> figures = year(2025, KILN);
        LocalDate may = LocalDate.of(2025, 5, 1);
        figures.put(may, new BigDecimal("84643"));
        TreeMap<LocalDate, BigDecimal> production = year(2025, KILN);
        assertThat(find(figures, Map.of()))
                .singleElement()
                .extracting(Finding::first)
                .isEqualTo(may);
        assertThat(find(figures, production)).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(WarningKind.HIGH);
            assertThat(finding.what().en()).contains("on 2025-05,");
        });
    }

    @Test
    void monthWithLittleMade_isExplained() {
        TreeMap<LocalDate, BigDecimal> figures = year(2025, KILN);
        figures.put(LocalDate.of(2025, 2, 1), new BigDecimal("310.0"));
        assertThat(find(figures, Map.of())).hasSize(1);
        TreeMap<LocalDate, BigDecimal> production = new TreeMap<>(figures);
        assertThat(find(figures, production)).isEmpty();
    }

    @Test
    void withTheYearBefore_theSeasonIsKnown() {
        TreeMap<LocalDate, BigDecimal> figures = year(2024, HEATING);
        TreeMap<LocalDate, BigDecimal> now = year(2025, HEATING);
        now.replaceAll((at, f) -> f.multiply(new BigDecimal("1.05")));
        now.put(LocalDate.of(2025, 7, 1), new BigDecimal("9.4"));
        figures.putAll(now);
        assertThat(find(figures, Map.of())).singleElement().satisfies(finding -> {
            assertThat(finding.first()).isEqualTo(LocalDate.of(2025, 7, 1));
            assertThat(finding.expected()).isBetween(new BigDecimal("4.7"), new BigDecimal("4.8"));
        });
    }

    @Test
    void missingAndRepeatedMonths_areTold() {
        TreeMap<LocalDate, BigDecimal> figures = year(2025, KILN);
        figures.remove(LocalDate.of(2025, 11, 1));
        for (int month = 4; month <= 6; month++) {
            figures.put(LocalDate.of(2025, month, 1), new BigDecimal("8400"));
        }
        assertThat(find(figures, Map.of()))
                .extracting(Finding::kind)
                .containsExactly(WarningKind.STUCK, WarningKind.GAP);
    }
}
