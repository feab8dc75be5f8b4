// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.tanma.carbon.inventory.CementYear.months;
import static org.tanma.carbon.inventory.CementYear.quantity;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.inventory.ActivityEntry;
import org.tanma.carbon.inventory.CementYear;
import org.tanma.carbon.inventory.InventoryBasis;
import org.tanma.carbon.inventory.InventoryRequest;
import org.tanma.carbon.inventory.MeasuredValue;
import org.tanma.carbon.inventory.SharedParameter;
import org.tanma.carbon.inventory.SourceDetail;
import org.tanma.carbon.method.Parameter;

class UncertaintyEngineTest {
    private static final UncertaintyEngine ENGINE = CementYear.CATALOG.uncertaintyEngine();

    private static SourceDetail within(String percent) {
        return new SourceDetail(null, null, null, new BigDecimal(percent), null);
    }

    /** Electricity of two plants, each with a factor measured for it: two products, one sum. */
    private static InventoryRequest twoProducts() {
        List<ActivityEntry> entries = new ArrayList<>();
        entries.addAll(months("east", "electricity", "100", "MWh"));
        entries.addAll(months("west", "electricity", "100", "MWh"));
        return new InventoryRequest(
                "test",
                2026,
                new InventoryBasis(EditionRef.parse("cbam-2025-2547/2025"), null, EditionRef.parse("gwp/ar5"), "CN"),
                entries.stream()
                        .map(entry -> ActivityEntry.of(
                                entry.source(),
                                "electricity",
                                entry.period().toString().replace("2025", "2026"),
                                entry.amount()))
                        .toList(),
                List.of(factor("east", "1.0", "10"), factor("west", "3.0", "10")),
                Set.of("combustion", "process", "mass-balance"),
                quantity("1", "t"),
                Map.of("east", within("5"), "west", within("5")));
    }

    private static SharedParameter factor(String source, String value, String percent) {
        return new SharedParameter(
                source,
                Parameter.EMISSION_FACTOR,
                new MeasuredValue(quantity(value, "tCO2/MWh"), "supplier", new BigDecimal(percent)));
    }

    /**
     * Equation 3.1: √(5² + 10²) = 11.1803 % for each product. Equation 3.2: √((11.1803 × 1200)² + (11.1803 × 3600)²) ÷ 4800 =
     * 8.83883 %.
     */
    @Test
    void independentFigures_combineByTheTwoEquationsOfTheIpcc() {
        Propagation found = ENGINE.propagate(twoProducts()).orElseThrow();
        assertThat(found.sources())
                .extracting(SourceUncertainty::percent)
                .containsExactly(new BigDecimal("11.1803"), new BigDecimal("11.1803"));
        assertThat(found.percent()).isEqualTo("8.83883");
        assertThat(found.emission()).isEqualTo(quantity("4800", "tCO2e"));
        assertThat(found.lower()).isEqualTo(quantity("4375.736", "tCO2e"));
        assertThat(found.upper()).isEqualTo(quantity("5224.264", "tCO2e"));
        assertThat(found.inputs().get(0).input().id()).isEqualTo("measured west EF");
        assertThat(found.inputs().get(0).varianceShare()).isEqualTo("0.72");
    }

    /** One factor for both: its errors add up, √((5 × 1200)² + (5 × 1200)² + (10 × 2400)²) ÷ 2400 = 10.6066 %. */
    @Test
    void aFactorTheyShare_isOneError() {
        InventoryRequest request = twoProducts().withParameters(List.of(factor("electricity", "1.0", "10")));
        assertThat(ENGINE.propagate(request).orElseThrow().percent()).isEqualTo("10.6066");
    }

    @Test
    void nothingStated_takesTheTable_andNamesTheRow() {
        Propagation found = ENGINE.propagate(CementYear.request()).orElseThrow();
        assertThat(found.defaults()).isEqualTo(UncertaintyEngine.DEFAULTS);
        assertThat(found.inputs())
                .filteredOn(each -> each.input().id().equals("amount kiln clinker"))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.input().percent()).isEqualByComparingTo("10");
                    assertThat(each.input().source()).isNotNull();
                    assertThat(each.input().source().id()).isEqualTo("unknown.amount");
                });
        BigDecimal shares =
                found.inputs().stream().map(InputContribution::varianceShare).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(shares).isBetween(new BigDecimal("0.9999"), new BigDecimal("1.0001"));
    }

    @Test
    void betterMeters_lessUncertainty() {
        SourceDetail metered = new SourceDetail(null, null, null, null, "metered");
        BigDecimal unknown =
                ENGINE.propagate(CementYear.request()).orElseThrow().percent();
        BigDecimal known = ENGINE.propagate(CementYear.request().withDetails(Map.of("kiln", metered, "grid", metered)))
                .orElseThrow()
                .percent();
        assertThat(known).isLessThan(unknown);
    }

    @Test
    void simulation_sameSeedSameResult_whateverTheOrder() {
        InventoryRequest request = CementYear.request();
        List<ActivityEntry> shuffled = new ArrayList<>(request.entries());
        Collections.shuffle(shuffled, new Random(7));
        Simulation first = ENGINE.simulate(request, 42, 2000).orElseThrow();
        assertThat(ENGINE.simulate(request.withEntries(shuffled), 42, 2000)).contains(first);
        assertThat(ENGINE.simulate(request, 43, 2000)).isNotEmpty().isNotEqualTo(Optional.of(first));
        assertThat(first.mean()).isEqualTo(quantity("899593", "tCO2e"));
    }

    @Test
    void simulation_agreesWithPropagation() {
        InventoryRequest request = twoProducts();
        Propagation propagated = ENGINE.propagate(request).orElseThrow();
        Simulation simulated = ENGINE.simulate(request, 1, 100_000).orElseThrow();
        assertNear(simulated.mean().amount(), propagated.emission().amount(), "0.002");
        assertNear(simulated.lower().amount(), propagated.lower().amount(), "0.005");
        assertNear(simulated.upper().amount(), propagated.upper().amount(), "0.005");
    }

    @Test
    void wideFigures_areDrawnAboveZero() {
        InventoryRequest request = twoProducts().withDetails(Map.of("east", within("200"), "west", within("200")));
        Simulation simulated = ENGINE.simulate(request, 5, 50_000).orElseThrow();
        assertThat(simulated.lower().signum()).isPositive();
        assertThat(simulated.median()).isLessThan(simulated.mean());
        assertNear(simulated.mean().amount(), new BigDecimal("4800"), "0.02");
    }

    @Test
    void incomplete_hasNoUncertainty_andDrawsAreBounded() {
        InventoryRequest incomplete = CementYear.request().withEntries(List.of());
        assertThat(ENGINE.propagate(incomplete)).isEmpty();
        assertThat(ENGINE.simulate(incomplete, 1, 100)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> ENGINE.simulate(CementYear.request(), 1, 99));
    }

    private static void assertNear(BigDecimal actual, BigDecimal expected, String relative) {
        assertThat(actual.subtract(expected).abs()).isLessThan(expected.abs().multiply(new BigDecimal(relative)));
    }
}
