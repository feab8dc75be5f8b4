// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.grading.checklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanma.carbon.inventory.CementYear.CATALOG;
import static org.tanma.carbon.inventory.CementYear.quantity;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.grading.checklist.ChecklistOutcome.Verdict;
import org.tanma.carbon.quantity.Quantity;

class ChecklistEngineTest {
    private static final EditionRef PARK = EditionRef.parse("zero-carbon-park/2024");

    /** Every indicator exactly on its bound. */
    private static Map<String, Quantity> onTheBounds() {
        Map<String, Quantity> figures = new TreeMap<>();
        figures.put("co2", quantity("180000", "tCO2"));
        figures.put("industrial-value-added", quantity("30", "亿元"));
        figures.put("energy", quantity("105000", "tce"));
        figures.put("renewable-electricity", quantity("40000", "MWh"));
        figures.put("green-certificates", quantity("20", "GWh"));
        figures.put("electricity", quantity("200000", "MWh"));
        figures.put("benchmark-enterprises", quantity("9", "piece"));
        figures.put("enterprises", quantity("18", "piece"));
        return figures;
    }

    private static ChecklistOutcome.Checked checked(Map<String, Quantity> figures) {
        ChecklistOutcome outcome = CATALOG.checklistEngine().check(new ChecklistRequest(PARK, "park", 2025, figures));
        assertThat(outcome).isInstanceOf(ChecklistOutcome.Checked.class);
        return (ChecklistOutcome.Checked) outcome;
    }

    @Test
    void park_onEveryBound_meetsThemAll() {
        ChecklistOutcome.Checked checked = checked(onTheBounds());
        assertThat(checked.verdict()).isEqualTo(Verdict.MET);
        assertThat(checked.items())
                .extracting(item -> item.value() == null ? "" : item.value().toString())
                .containsExactly("0.6 tCO2/CNY10k", "0.35 tce/CNY10k", "30 %", "50 %");
    }

    @ParameterizedTest
    @CsvSource({
        "co2, 180000.000000001, tCO2, co2-intensity",
        "energy, 105000.000000001, tce, energy-intensity",
        "green-certificates, 19.999999999, GWh, renewable-share",
        "enterprises, 19, piece, benchmark-share"
    })
    void park_aHairOverABound_failsThatIndicatorAlone(String figure, String amount, String unit, String failed) {
        Map<String, Quantity> figures = onTheBounds();
        figures.put(figure, quantity(amount, unit));
        ChecklistOutcome.Checked checked = checked(figures);
        assertThat(checked.verdict()).isEqualTo(Verdict.NOT_MET);
        assertThat(checked.items())
                .filteredOn(item -> item.verdict() == Verdict.NOT_MET)
                .extracting(item -> item.item().id())
                .containsExactly(failed);
    }

    @Test
    void whatIsMissing_isUnknown_neverMetAndNeverZero() {
        Map<String, Quantity> figures = onTheBounds();
        figures.remove("green-certificates");
        ChecklistOutcome.Checked checked = checked(figures);
        assertThat(checked.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(checked.items().get(2).missing()).containsExactly("green-certificates");
        figures.put("enterprises", quantity("0", "piece"));
        assertThat(checked(figures).items().get(3).missing()).containsExactly("enterprises");
        figures.put("co2", quantity("200000", "tCO2"));
        assertThat(checked(figures).verdict()).isEqualTo(Verdict.NOT_MET);
    }

    @Test
    void figures_unknown_negativeOrMeasuredOtherwise_areRefusedAllAtOnce() {
        Map<String, Quantity> figures = onTheBounds();
        figures.put("wind", quantity("1", "MWh"));
        figures.put("co2", quantity("1", "t"));
        figures.put("energy", quantity("-1", "tce"));
        ChecklistOutcome outcome = CATALOG.checklistEngine().check(new ChecklistRequest(PARK, "park", 2025, figures));
        assertThat(((ChecklistOutcome.Refused) outcome).reasons()).hasSize(3);
        assertThat(CATALOG.checklistEngine()
                        .check(new ChecklistRequest(
                                EditionRef.parse("physical-intensity/2026"), "park", 2025, Map.of())))
                .isInstanceOf(ChecklistOutcome.Refused.class);
    }
}
