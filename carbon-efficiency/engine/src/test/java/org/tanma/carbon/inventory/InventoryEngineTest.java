// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanma.carbon.inventory.CementYear.inventory;
import static org.tanma.carbon.inventory.CementYear.quantity;
import static org.tanma.carbon.inventory.CementYear.request;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.factor.FallbackLevel;
import org.tanma.carbon.factor.Quality;
import org.tanma.carbon.method.Origin;
import org.tanma.carbon.method.Parameter;
import org.tanma.carbon.method.TraceNode;
import org.tanma.carbon.quantity.Quantity;

class InventoryEngineTest {
    @Test
    void compute_completeYear_namesAllItRestsOn() {
        Inventory inventory = inventory(request());
        assertThat(inventory.method()).hasToString("cement-ndrc/2013");
        assertThat(inventory.fuelSet()).hasToString("fuels/ndrc-2013");
        assertThat(inventory.geography().id()).isEqualTo("CN-33");
        assertThat(inventory.absentTerms()).containsExactly("alternative-fuel", "bypass-dust", "heat");
        assertThat(inventory.factors())
                .extracting(
                        match -> match.factor().edition() + " " + match.factor().id())
                .containsExactly(
                        "fuels/ndrc-2013 bituminous-coal.carbon-content",
                        "fuels/ndrc-2013 bituminous-coal.net-calorific-value",
                        "fuels/ndrc-2013 bituminous-coal.oxidation-factor",
                        "grid-co2/mee-2023 cn-33.grid-electricity",
                        "gwp/ar5 co2.gwp100");
        assertThat(inventory.factors().get(3).yearsEarlier()).isEqualTo(2);
        assertThat(inventory.factors().get(3).level()).isEqualTo(FallbackLevel.REQUESTED);
        assertThat(inventory.quality()).isEqualTo(Quality.CORROBORATED);
        assertThat(inventory.notices()).anyMatch(notice -> notice.en().contains("2 year(s) earlier"));
        assertThat(inventory.notCovered()).isNotEmpty();
    }

    @Test
    void compute_hotspotsAndSeries_addUp() {
        Inventory inventory = inventory(request());
        assertThat(inventory.hotspots(2))
                .extracting(source -> source.activity().toString())
                .containsExactly("clinker", "fuel/bituminous-coal");
        Quantity total = inventory.totals().total();
        assertThat(inventory.periods()).hasSize(12);
        assertThat(close(
                        sum(inventory.periods().stream()
                                .map(PeriodTotal::emission)
                                .toList()),
                        total))
                .isTrue();
        assertThat(close(
                        sum(inventory.sources().stream()
                                .map(SourceTotal::emission)
                                .toList()),
                        total))
                .isTrue();
        assertThat(inventory.sources().stream()
                        .map(SourceTotal::share)
                        .reduce(Quantity::plus)
                        .orElseThrow()
                        .amount())
                .isCloseTo(BigDecimal.ONE, Offset.offset(new BigDecimal("1e-30")));
        assertThat(inventory
                        .totals()
                        .energyCo2()
                        .plus(inventory.totals().processCo2())
                        .amount())
                .isCloseTo(total.amount(), Offset.offset(new BigDecimal("1e-25")));
    }

    @Test
    void trace_goesDownToEachReading_andEverySumIsExact() {
        TraceNode trace = inventory(request()).trace();
        List<TraceNode> leaves = new ArrayList<>();
        collect(trace, leaves);
        assertThat(leaves).hasSize(60).allSatisfy(leaf -> {
            assertThat(leaf.formula()).startsWith("AD ×");
            assertThat(leaf.inputs().get(0).origin()).isInstanceOf(Origin.Reading.class);
            assertThat(leaf.inputs().size()).isGreaterThan(1);
        });
        assertThat(leaves)
                .extracting(TraceNode::id)
                .doesNotHaveDuplicates()
                .contains("total/scope-1/fuel/kiln/bituminous-coal/2025-03", "total/scope-2/electricity/grid/2025-12");
    }

    private static void collect(TraceNode node, List<TraceNode> leaves) {
        if (node.children().isEmpty()) {
            leaves.add(node);
            return;
        }
        Quantity sum = sum(node.children().stream().map(TraceNode::value).toList());
        assertThat(sum.amount()).as(node.id()).isEqualByComparingTo(node.value().amount());
        node.children().forEach(child -> collect(child, leaves));
    }

    private static Quantity sum(List<Quantity> parts) {
        return parts.stream().reduce(Quantity::plus).orElseThrow();
    }

    private static boolean close(Quantity left, Quantity right) {
        return left.minus(right).amount().abs().compareTo(new BigDecimal("1e-25")) < 0;
    }

    @Test
    void magnesia_countsWithItsOwnMolarMass() {
        Inventory inventory = inventory(request());
        Quantity clinker = inventory.sources().get(0).emission();
        assertThat(clinker.amount()
                        .subtract(new BigDecimal("628508.571428571428571428571"))
                        .abs())
                .isLessThan(new BigDecimal("1e-18"));
        assertThat(clinker.amount()).isGreaterThan(new BigDecimal("621342.86").add(BigDecimal.ONE));
    }

    @Test
    void explicitZero_isAReading() {
        List<ActivityEntry> entries = new ArrayList<>(CementYear.entries());
        entries.replaceAll(entry ->
                entry.activity().term().equals("kiln-head-dust") ? entry.withAmount(quantity("0", "t")) : entry);
        Inventory inventory = inventory(request().withEntries(entries));
        assertThat(inventory.sources().get(4).emission().signum()).isZero();
        assertThat(inventory.hotspots(9)).hasSize(4);
    }

    @Test
    void energySold_isSubtracted() {
        List<ActivityEntry> entries = new ArrayList<>(CementYear.entries());
        entries.addAll(CementYear.months("turbine", "electricity-sold", "1000", "MWh"));
        Quantity before = inventory(request()).totals().scope2();
        Quantity after = inventory(request().withEntries(entries)).totals().scope2();
        assertThat(before.minus(after).amount()).isEqualByComparingTo("5968.8"); // 12 000 MWh × 0.4974
    }

    @Test
    void measuredValues_closestToTheReadingWins() {
        List<ActivityEntry> entries = new ArrayList<>(CementYear.entries());
        entries.set(0, CementYear.measured(entries.get(0), Parameter.NET_CALORIFIC_VALUE, "30", "GJ/t"));
        List<SharedParameter> parameters = new ArrayList<>(CementYear.parameters());
        parameters.add(CementYear.shared("fuel", Parameter.NET_CALORIFIC_VALUE, "10", "GJ/t"));
        parameters.add(CementYear.shared("fuel/bituminous-coal", Parameter.NET_CALORIFIC_VALUE, "20", "GJ/t"));
        Inventory inventory = inventory(request().withEntries(entries).withParameters(parameters));
        List<PeriodTotal> coal = inventory.sources().get(1).periods();
        assertThat(coal.get(0).emission().dividedBy(coal.get(1).emission()).amount())
                .isCloseTo(new BigDecimal("1.5"), Offset.offset(new BigDecimal("1e-30")));
    }

    @Test
    void fuelSet_isOneForTheWholeInventory() {
        InventoryBasis basis = new InventoryBasis(
                EditionRef.parse("cement-ndrc/2013"),
                EditionRef.parse("fuels/gbt-32151.34-2024"),
                EditionRef.parse("gwp/ar6"),
                "CN-33");
        InventoryRequest other = new InventoryRequest(
                "test",
                2025,
                basis,
                CementYear.entries(),
                CementYear.parameters(),
                Set.of("alternative-fuel", "bypass-dust", "heat"),
                null);
        Inventory inventory = inventory(other);
        assertThat(inventory.factors())
                .filteredOn(match -> match.factor().edition().name().equals("fuels"))
                .extracting(match -> match.factor().edition().edition())
                .containsOnly("gbt-32151.34-2024");
        assertThat(inventory.quality()).isEqualTo(Quality.UNVERIFIED);
        assertThat(inventory.notices()).anyMatch(notice -> notice.en().startsWith("unverified factor"));
        assertThat(inventory.intensity()).isNull();
    }
}
