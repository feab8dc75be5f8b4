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
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.grading.GradingScheme.Denominator;
import org.tanma.carbon.grading.GradingScheme.Numerator;
import org.tanma.carbon.grading.PeerSelection.RegionLevel;
import org.tanma.carbon.grading.Reference.Definition;
import org.tanma.carbon.inventory.ActivityEntry;
import org.tanma.carbon.inventory.CementYear;
import org.tanma.carbon.inventory.Inventory;
import org.tanma.carbon.inventory.InventoryBasis;
import org.tanma.carbon.inventory.InventoryRequest;
import org.tanma.carbon.quantity.Quantity;

/** Schemes other than the shipped one: references, denominators, sides of bounds, who is a peer. */
class ReferenceTest {
    private static final GradingScheme ZHEJIANG = CATALOG.schemes()
            .find(EditionRef.parse("zhejiang-carbon-efficiency/2026"))
            .orElseThrow();
    /** 11 000 tCO2, 1000 t made. */
    private static final Inventory HEAT = heat();

    private static Inventory heat() {
        List<ActivityEntry> entries = new ArrayList<>(CementYear.months("boiler", "heat", "0", "GJ"));
        entries.set(0, entries.get(0).withAmount(quantity("100000", "GJ")));
        return CementYear.inventory(new InventoryRequest(
                "test",
                CementYear.YEAR,
                new InventoryBasis(
                        EditionRef.parse("industry-energy/2015"), null, EditionRef.parse("gwp/ar5"), "CN-33"),
                entries,
                List.of(),
                Set.of("fuel", "electricity"),
                quantity("1000", "t")));
    }

    private static GradingScheme scheme(
            Numerator numerator,
            Denominator denominator,
            String unit,
            Scale grades,
            PeerSelection selection,
            Reference reference) {
        return new GradingScheme(
                ZHEJIANG.source(),
                ZHEJIANG.title(),
                numerator,
                CATALOG.units().get(unit),
                ZHEJIANG.levels(),
                grades,
                3,
                4,
                12,
                denominator,
                selection,
                reference);
    }

    private static GradingScheme by(Reference reference) {
        return scheme(
                Numerator.ENERGY_CO2,
                Denominator.VALUE_ADDED,
                "tCO2/CNY10k",
                ZHEJIANG.grades(),
                PeerSelection.NATION,
                reference);
    }

    /** Peers of 1 to n tCO2 per 万元, of unequal weight. */
    private static PeerSet peers(int count) {
        List<PeerSet.PeerRow> rows = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            rows.add(new PeerSet.PeerRow(
                    "p" + i, quantity(Integer.toString(i * i), "tCO2"), quantity(Integer.toString(i), "CNY10k")));
        }
        return new PeerSet("3011", CementYear.YEAR, "test", rows);
    }

    private static GradeOutcome grade(GradingScheme scheme, @Nullable PeerSet peers) {
        return grade(
                scheme,
                new GradingRequest(scheme.ref(), HEAT, "3011", quantity("11000", "CNY10k"), Deductions.NONE, peers));
    }

    private static GradeOutcome grade(GradingScheme scheme, GradingRequest request) {
        return new GradingEngine(new SchemeCatalog(List.of(scheme))).grade(request);
    }

    private static List<NotGradable.Reason> refused(GradeOutcome outcome) {
        assertThat(outcome).isInstanceOf(NotGradable.class);
        return ((NotGradable) outcome)
                .reasons().stream().map(NotGradable.Refusal::reason).toList();
    }

    /** The trap: the mean of intensities 1 … 5 is 3, Σ ÷ Σ is 55 ÷ 15. */
    @Test
    void weightedMean_isNotTheMeanOfIntensities() {
        Grade grade = (Grade) grade(by(Reference.WEIGHTED_MEAN), peers(5));
        assertThat(grade.peerAverage().amount())
                .isCloseTo(new BigDecimal("3.6666666666666667"), Offset.offset(new BigDecimal("1e-15")));
    }

    @ParameterizedTest
    @CsvSource({
        "nearest-rank, 25, 4, 1",
        "nearest-rank, 25.0001, 4, 2",
        "nearest-rank, 50, 5, 3",
        "nearest-rank, 100, 5, 5",
        "nearest-rank, 0.001, 5, 1",
        "linear, 25, 5, 2",
        "linear, 25, 4, 1.75",
        "linear, 100, 4, 4",
        "linear, 90, 10, 9.1"
    })
    void percentile_isReadOffByItsDefinition(String definition, String percent, int count, String reference) {
        Reference rule = new Reference.Percentile(new BigDecimal(percent), Definition.fromCode(definition));
        Grade grade = (Grade) grade(by(rule), peers(count));
        assertThat(grade.peerAverage().amount()).isEqualByComparingTo(reference);
        assertThat(grade.reference()).isEqualTo(rule);
    }

    @Test
    void percentile_leavesOutPeersWithoutAnIntensity_andWantsEnoughOthers() {
        List<PeerSet.PeerRow> rows = new ArrayList<>(peers(3).rows());
        rows.add(new PeerSet.PeerRow("loss", quantity("9", "tCO2"), quantity("-1", "CNY10k")));
        Reference median = new Reference.Percentile(new BigDecimal("50"), Definition.LINEAR);
        PeerSet set = new PeerSet("3011", CementYear.YEAR, "test", rows);
        assertThat(((Grade) grade(by(median), set)).peerAverage().amount()).isEqualByComparingTo("2");
        assertThat(refused(grade(by(median), new PeerSet("3011", CementYear.YEAR, "test", rows.subList(1, 4)))))
                .containsExactly(NotGradable.Reason.PEERS);
    }

    @Test
    void benchmark_needsNoPeers() {
        Reference published = new Reference.Benchmark(quantity("2", "tCO2/CNY10k"), "a table");
        Grade grade = (Grade) grade(by(published), (PeerSet) null);
        assertThat(grade.ratio()).isEqualByComparingTo("0.5");
        assertThat(grade.grade().rank()).isEqualTo(1);
        assertThat(grade.peerCount()).isZero();
        assertThat(grade.peerSource()).isEqualTo("a table");
    }

    /** L = 1 exactly; the bound belongs to the better or to the worse grade as the scheme says. */
    @Test
    void bound_belongsToTheSideThatTheSchemeNames() {
        Reference one = new Reference.Benchmark(quantity("1", "tCO2/CNY10k"), "a table");
        Scale included = new Scale(
                List.of(new Band(1, ZHEJIANG.title(), BigDecimal.ONE, true), new Band(2, ZHEJIANG.title(), null)));
        Scale excluded = new Scale(
                List.of(new Band(1, ZHEJIANG.title(), BigDecimal.ONE, false), new Band(2, ZHEJIANG.title(), null)));
        assertThat(rank(included, one)).isEqualTo(1);
        assertThat(rank(excluded, one)).isEqualTo(2);
    }

    private static int rank(Scale grades, Reference reference) {
        GradingScheme scheme = scheme(
                Numerator.ENERGY_CO2, Denominator.VALUE_ADDED, "tCO2/CNY10k", grades, PeerSelection.NATION, reference);
        return ((Grade) grade(scheme, (PeerSet) null)).grade().rank();
    }

    @Test
    void output_asDenominator_takesWhatTheInventoryProduced() {
        GradingScheme scheme = scheme(
                Numerator.TOTAL_CO2E,
                Denominator.OUTPUT,
                "tCO2e/t",
                ZHEJIANG.grades(),
                PeerSelection.NATION,
                new Reference.Benchmark(quantity("11", "tCO2e/t"), "a table"));
        Grade grade = (Grade) grade(scheme, (PeerSet) null);
        assertThat(grade.intensity()).isEqualTo(quantity("11", "tCO2e/t"));
        assertThat(grade.ratio()).isEqualByComparingTo("1");
    }

    @Test
    void energy_asDenominator_isGivenWithTheRequest() {
        GradingScheme scheme = scheme(
                Numerator.TOTAL,
                Denominator.ENERGY,
                "tCO2/tce",
                ZHEJIANG.grades(),
                PeerSelection.NATION,
                new Reference.Benchmark(quantity("2.2", "tCO2/tce"), "a table"));
        assertThat(refused(grade(scheme, (PeerSet) null))).containsExactly(NotGradable.Reason.ENERGY);
        Quantity used = quantity("5000", "tce");
        Grade grade = (Grade) grade(
                scheme, new GradingRequest(scheme.ref(), HEAT, "3011", null, Deductions.NONE, null, null, null, used));
        assertThat(grade.intensity()).isEqualTo(quantity("2.2", "tCO2/tce"));
        assertThat(grade.ratio()).isEqualByComparingTo("1");
    }

    @Test
    void peers_areOfTheRegionAndSizeThatTheSchemeAsksFor() {
        GradingScheme scheme = scheme(
                Numerator.ENERGY_CO2,
                Denominator.VALUE_ADDED,
                "tCO2/CNY10k",
                ZHEJIANG.grades(),
                new PeerSelection(RegionLevel.PROVINCE, true),
                Reference.WEIGHTED_MEAN);
        PeerSet there = new PeerSet("3011", CementYear.YEAR, "test", peers(3).rows(), "33", SizeClass.LARGE);
        assertThat(grade(scheme, request(scheme, there, "330522", SizeClass.LARGE)))
                .isInstanceOf(Grade.class);
        assertThat(refused(grade(scheme, request(scheme, there, "320500", SizeClass.SMALL))))
                .containsExactly(NotGradable.Reason.REGION, NotGradable.Reason.SIZE);
        assertThat(refused(grade(scheme, request(scheme, peers(3), "330522", null))))
                .containsExactly(NotGradable.Reason.REGION, NotGradable.Reason.SIZE);
    }

    private static GradingRequest request(
            GradingScheme scheme, PeerSet peers, String region, @Nullable SizeClass size) {
        return new GradingRequest(
                scheme.ref(), HEAT, "3011", quantity("11000", "CNY10k"), Deductions.NONE, peers, region, size, null);
    }

    @Test
    void peers_measuredOtherwiseThanTheSchemeCounts_areRefused() {
        List<PeerSet.PeerRow> byOutput = List.of(
                new PeerSet.PeerRow("a", quantity("1", "tCO2"), quantity("1", "t")),
                new PeerSet.PeerRow("b", quantity("1", "tCO2"), quantity("1", "t")),
                new PeerSet.PeerRow("c", quantity("1", "tCO2"), quantity("1", "t")));
        assertThat(refused(grade(by(Reference.WEIGHTED_MEAN), new PeerSet("3011", CementYear.YEAR, "test", byOutput))))
                .containsExactly(NotGradable.Reason.PEERS);
    }

    @Test
    void scheme_whoseUnitDoesNotFit_isRefused() {
        assertThatThrownBy(() -> scheme(
                        Numerator.ENERGY_CO2,
                        Denominator.OUTPUT,
                        "tCO2/CNY10k",
                        ZHEJIANG.grades(),
                        PeerSelection.NATION,
                        Reference.WEIGHTED_MEAN))
                .hasMessageContaining("does not fit");
        assertThatThrownBy(() -> by(new Reference.Benchmark(quantity("1", "tCO2/t"), "a table")))
                .hasMessageContaining("is not in");
        assertThatThrownBy(() -> new Reference.Percentile(BigDecimal.ZERO, Definition.LINEAR))
                .hasMessageContaining("above 0");
    }
}
