// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tanma.carbon.inventory.CementYear.CATALOG;
import static org.tanma.carbon.inventory.CementYear.quantity;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.inventory.ActivityEntry;
import org.tanma.carbon.inventory.CementYear;
import org.tanma.carbon.inventory.Incomplete;
import org.tanma.carbon.inventory.Inventory;
import org.tanma.carbon.inventory.InventoryBasis;
import org.tanma.carbon.inventory.InventoryOutcome;
import org.tanma.carbon.inventory.InventoryRequest;
import org.tanma.carbon.quantity.Quantity;

class GradingEngineTest {
    private static final EditionRef ZHEJIANG = EditionRef.parse("zhejiang-carbon-efficiency/2026");
    /** 100 000 GJ of heat: 11 000 tCO2, all of it energy. */
    private static final Inventory HEAT_ONLY = heatOnly("100000");

    private static Inventory heatOnly(String gigajoules) {
        List<ActivityEntry> entries = new ArrayList<>(CementYear.months("boiler", "heat", "0", "GJ"));
        entries.set(0, entries.get(0).withAmount(quantity(gigajoules, "GJ")));
        InventoryBasis basis = new InventoryBasis(
                EditionRef.parse("industry-energy/2015"), null, EditionRef.parse("gwp/ar5"), "CN-33");
        return CementYear.inventory(new InventoryRequest(
                "test", CementYear.YEAR, basis, entries, List.of(), Set.of("fuel", "electricity"), null));
    }

    /** Peers whose weighted average is {@code average} tCO2 per 10 000 CNY. */
    private static PeerSet peers(String average) {
        Quantity money = quantity("1000", "CNY10k");
        Quantity emission = quantity(average, "tCO2/CNY10k").times(money);
        return new PeerSet(
                "3011",
                CementYear.YEAR,
                "test",
                List.of(
                        new PeerSet.PeerRow("a", emission, money),
                        new PeerSet.PeerRow("b", emission, money),
                        new PeerSet.PeerRow("c", emission, money)));
    }

    private static GradeOutcome grade(
            InventoryOutcome inventory, @Nullable Quantity valueAdded, Deductions deductions, @Nullable PeerSet peers) {
        return CATALOG.gradingEngine()
                .grade(new GradingRequest(ZHEJIANG, inventory, "3011", valueAdded, deductions, peers));
    }

    private static Grade graded(GradeOutcome outcome) {
        assertThat(outcome).isInstanceOf(Grade.class);
        return (Grade) outcome;
    }

    private static List<NotGradable.Reason> refused(GradeOutcome outcome) {
        assertThat(outcome).isInstanceOf(NotGradable.class);
        return ((NotGradable) outcome)
                .reasons().stream().map(NotGradable.Refusal::reason).toList();
    }

    /** With value added of 11 000 万元 and a peer average of 1, K is the heat in units of 100 000 GJ. */
    @ParameterizedTest
    @CsvSource({
        "0.6, 1",
        "0.6000001, 2",
        "0.8, 2",
        "0.8000001, 3",
        "1.2, 3",
        "1.2000001, 4",
        "2.0, 4",
        "2.0000001, 5",
        "2.01, 5"
    })
    void ratio_boundBelongsToTheBetterGrade(String ratio, int rank) {
        Grade exact = gradeByRatio(ratio);
        assertThat(exact.grade().rank()).isEqualTo(rank);
        assertThat(exact.ratio()).isCloseTo(new BigDecimal(ratio), Offset.offset(new BigDecimal("1e-30")));
    }

    private static Grade gradeByRatio(String ratio) {
        Inventory inventory = heatOnly(
                new BigDecimal(ratio).multiply(new BigDecimal("100000")).toPlainString());
        return graded(grade(inventory, quantity("11000", "CNY10k"), Deductions.NONE, peers("1")));
    }

    @Test
    void ratio_exactlyOnABound_isNotPushedOverByAnEndlessQuotient() {
        // average 10/3: L = 2, K = 2 ÷ 3.33… = 0.6 exactly, although no decimal quotient says so
        PeerSet thirds = new PeerSet(
                "3011",
                CementYear.YEAR,
                "test",
                List.of(
                        new PeerSet.PeerRow("a", quantity("10", "tCO2"), quantity("1", "CNY10k")),
                        new PeerSet.PeerRow("b", quantity("0", "tCO2"), quantity("1", "CNY10k")),
                        new PeerSet.PeerRow("c", quantity("0", "tCO2"), quantity("1", "CNY10k"))));
        Grade grade = graded(grade(HEAT_ONLY, quantity("5500", "CNY10k"), Deductions.NONE, thirds));
        assertThat(grade.intensity().amount()).isEqualByComparingTo("2");
        assertThat(grade.grade().rank()).isEqualTo(1);
        assertThat(grade.level().rank()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"0.6, 1", "0.6000001, 2", "2.0, 2", "2.0000001, 3", "2.01, 3"})
    void level_boundBelongsToTheBetterLevel(String intensity, int rank) {
        Inventory inventory = heatOnly(
                new BigDecimal(intensity).multiply(new BigDecimal("100000")).toPlainString());
        Grade grade = graded(grade(inventory, quantity("11000", "CNY10k"), Deductions.NONE, peers("1")));
        assertThat(grade.level().rank()).isEqualTo(rank);
        assertThat(grade.intensity().amount()).isEqualByComparingTo(intensity);
        assertThat(grade.intensity().unit().symbol()).isEqualTo("tCO2/CNY10k");
    }

    @Test
    void distances_leadExactlyToTheBound() {
        Grade grade = graded(grade(HEAT_ONLY, quantity("11000", "CNY10k"), Deductions.NONE, peers("1")));
        assertThat(grade.grade().rank()).isEqualTo(3);
        assertThat(grade.toBetterGrade()).isEqualTo(quantity("2200", "tCO2")); // 11 000 − 0.8 × 1 × 11 000
        assertThat(grade.toBetterLevel()).isEqualTo(quantity("4400", "tCO2")); // 11 000 − 0.6 × 11 000
        Deductions saved = new Deductions(
                quantity("2200", "tCO2"), quantity("0", "tCO2"), quantity("0", "tCO2"), quantity("0", "tCO2"));
        Grade better = graded(grade(HEAT_ONLY, quantity("11000", "CNY10k"), saved, peers("1")));
        assertThat(better.grade().rank()).isEqualTo(2);
        assertThat(better.neutralShare().amount()).isEqualByComparingTo("0.2");
        Grade best = gradeByRatio("0.1");
        assertThat(best.toBetterGrade()).isNull();
        assertThat(best.toBetterLevel()).isNull();
    }

    @Test
    void offsets_countForTheNeutralShareOnly() {
        Deductions offset = new Deductions(
                quantity("0", "tCO2"), quantity("0", "tCO2"), quantity("0", "tCO2"), quantity("5500", "tCO2"));
        Grade grade = graded(grade(HEAT_ONLY, quantity("11000", "CNY10k"), offset, peers("1")));
        assertThat(grade.netCo2()).isEqualTo(quantity("11000", "tCO2"));
        assertThat(grade.neutralShare().amount()).isEqualByComparingTo("0.5");
        assertThat(graded(grade(HEAT_ONLY, quantity("11000", "CNY10k"), Deductions.NONE, peers("1")))
                        .neutralShare()
                        .signum())
                .isZero();
    }

    @Test
    void numerator_isEnergyOnly_andSaysWhatItLeavesOut() {
        Inventory cement = CementYear.inventory(CementYear.request());
        Grade grade = graded(grade(cement, quantity("100000", "万元"), Deductions.NONE, peers("3")));
        assertThat(grade.grossCo2()).isEqualTo(cement.totals().energyCo2());
        assertThat(grade.notCounted().amount())
                .isCloseTo(cement.totals().processCo2().amount(), Offset.offset(new BigDecimal("1e-25")));
        assertThat(grade.notCounted().amount()).isGreaterThan(grade.grossCo2().amount());
    }

    @Test
    void peerAverage_isWeighted() {
        PeerSet uneven = new PeerSet(
                "3011",
                CementYear.YEAR,
                "test",
                List.of(
                        new PeerSet.PeerRow("big", quantity("9000", "tCO2"), quantity("9000", "CNY10k")),
                        new PeerSet.PeerRow("small", quantity("1000", "tCO2"), quantity("100", "CNY10k")),
                        new PeerSet.PeerRow("loss", quantity("1000", "tCO2"), quantity("-100", "CNY10k"))));
        Grade grade = graded(grade(HEAT_ONLY, quantity("11000", "CNY10k"), Deductions.NONE, uneven));
        assertThat(grade.peerAverage().amount())
                .isCloseTo(new BigDecimal("1.222222222222222222"), Offset.offset(new BigDecimal("1e-17")));
        assertThat(grade.peerCount()).isEqualTo(3);
        assertThat(grade.peerYear()).isEqualTo(CementYear.YEAR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1"})
    void valueAdded_notAboveZero_isNotGradable(String amount) {
        assertThat(refused(grade(HEAT_ONLY, quantity(amount, "CNY"), Deductions.NONE, peers("1"))))
                .containsExactly(NotGradable.Reason.VALUE_ADDED);
    }

    @Test
    void allReasons_atOnce() {
        Incomplete incomplete =
                new Incomplete(CementYear.missing(CementYear.request().withEntries(List.of())));
        assertThat(refused(grade(incomplete, null, Deductions.NONE, null)))
                .containsExactly(
                        NotGradable.Reason.INVENTORY, NotGradable.Reason.VALUE_ADDED, NotGradable.Reason.PEERS);
        assertThat(refused(grade(HEAT_ONLY, quantity("1", "t"), Deductions.NONE, peers("0"))))
                .containsExactly(NotGradable.Reason.VALUE_ADDED, NotGradable.Reason.PEERS);
    }

    @Test
    void peers_ofAnotherIndustryOrYear_orTooFew() {
        PeerSet other = new PeerSet("3041", 2024, "test", peers("1").rows());
        assertThat(refused(grade(HEAT_ONLY, quantity("1", "CNY"), Deductions.NONE, other)))
                .containsExactly(NotGradable.Reason.INDUSTRY, NotGradable.Reason.YEAR);
        PeerSet two = new PeerSet("3011", 2025, "test", peers("1").rows().subList(0, 2));
        assertThat(refused(grade(HEAT_ONLY, quantity("1", "CNY"), Deductions.NONE, two)))
                .containsExactly(NotGradable.Reason.PEERS);
    }

    @Test
    void unknownScheme_orShortIndustryCode() {
        assertThat(refused(CATALOG.gradingEngine()
                        .grade(new GradingRequest(
                                EditionRef.parse("zhejiang-carbon-efficiency/1999"),
                                HEAT_ONLY,
                                "3011",
                                quantity("1", "CNY"),
                                Deductions.NONE,
                                peers("1")))))
                .containsExactly(NotGradable.Reason.SCHEME);
        assertThat(refused(CATALOG.gradingEngine()
                        .grade(new GradingRequest(
                                ZHEJIANG, HEAT_ONLY, "30", quantity("1", "CNY"), Deductions.NONE, peers("1")))))
                .contains(NotGradable.Reason.INDUSTRY);
    }

    @Test
    void peerSet_refusesDoublesAndWrongUnits() {
        PeerSet.PeerRow row = peers("1").rows().get(0);
        assertThatThrownBy(() -> new PeerSet("3011", 2025, "test", List.of(row, row)))
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> new PeerSet.PeerRow("a", quantity("1", "t"), quantity("1", "CNY")))
                .hasMessageContaining("must be CO2");
    }
}
