// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.tanma.carbon.inventory.CementYear.inventory;
import static org.tanma.carbon.inventory.CementYear.missing;
import static org.tanma.carbon.inventory.CementYear.quantity;
import static org.tanma.carbon.inventory.CementYear.request;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.method.Parameter;
import org.tanma.carbon.report.ResultDocument;

class ValueChainTest {
    private static final EditionRef TERMS = EditionRef.parse("value-chain/2026");

    private static InventoryRequest with(ActivityEntry... more) {
        List<ActivityEntry> entries = new ArrayList<>(request().entries());
        entries.addAll(List.of(more));
        InventoryBasis basis = CementYear.basis();
        return request()
                .withEntries(entries)
                .withBasis(
                        new InventoryBasis(basis.method(), basis.fuelSet(), basis.gwpSet(), basis.geography(), TERMS));
    }

    private static ActivityEntry bags(String period, String amount) {
        return CementYear.measured(
                ActivityEntry.of("bags", "scope3-purchased-goods/paper-bag", period, quantity(amount, "t")),
                Parameter.EMISSION_FACTOR,
                "1.1",
                "tCO2e/t");
    }

    @Test
    void scope3_isTotalledOnItsOwn_andChangesNothingElse() {
        Inventory without = inventory(request());
        Inventory with = inventory(with(
                bags("2025-01..2025-06", "100"),
                ActivityEntry.of("trucks", "scope3-figure", "2025", quantity("52.5", "tCO2e"))));
        assertThat(with.totals().scope3()).isEqualTo(quantity("162.5", "tCO2e"));
        assertThat(with.totals().total()).isEqualTo(without.totals().total());
        assertThat(with.totals().energyCo2()).isEqualTo(without.totals().energyCo2());
        assertThat(with.intensity()).isEqualTo(without.intensity());
        assertThat(with.sources()).isEqualTo(without.sources());
        assertThat(with.trace()).isEqualTo(without.trace());
        ValueChain chain = with.valueChain();
        assertThat(chain).isNotNull();
        assertThat(chain.sources())
                .extracting(SourceTotal::source, s -> s.share().amountText().substring(0, 6))
                .containsExactly(tuple("bags", "0.6769"), tuple("trucks", "0.3230"));
        assertThat(chain.trace().value()).isEqualTo(chain.total());
        assertThat(chain.notices())
                .extracting(n -> n.en())
                .containsExactly("scope 3 of bags scope3-purchased-goods/paper-bag is not reported for"
                        + " 2025-07, 2025-08, 2025-09, 2025-10, 2025-11, 2025-12");
    }

    @Test
    void withoutScope3_nothingIsSaidOfIt() {
        Inventory inventory = inventory(request());
        assertThat(inventory.totals().scope3()).isNull();
        assertThat(inventory.valueChain()).isNull();
        assertThat(ResultDocument.of(inventory).json()).doesNotContain("scope3").doesNotContain("valueChain");
    }

    @Test
    void factorInCo2Alone_isRefused() {
        ActivityEntry co2 = CementYear.measured(
                ActivityEntry.of("bags", "scope3-purchased-goods", "2025", quantity("100", "t")),
                Parameter.EMISSION_FACTOR,
                "1.1",
                "tCO2/t");
        assertThat(missing(with(co2))).singleElement().satisfies(missing -> {
            assertThat(missing.reason()).isEqualTo(Missing.Reason.DIMENSION);
            assertThat(missing.allowed()).isEqualTo("tCO2e/t");
        });
    }

    @Test
    void overlap_isRefused_andATermOfScope3NeedsNoDeclarationOfAbsence() {
        assertThat(missing(with(bags("2025", "100"), bags("2025-03", "10"))))
                .extracting(Missing::reason)
                .containsOnly(Missing.Reason.OVERLAP);
        InventoryRequest request = with();
        assertThat(inventory(request).valueChain()).isNull();
    }

    @Test
    void termsOfScope3_areNoMethod_andAMethodIsNoTermsOfScope3() {
        InventoryBasis basis = CementYear.basis();
        assertThat(missing(request().withBasis(new InventoryBasis(TERMS, null, basis.gwpSet(), "CN"))))
                .extracting(Missing::path)
                .contains("basis/method");
        assertThat(missing(request()
                        .withBasis(new InventoryBasis(basis.method(), null, basis.gwpSet(), "CN", basis.method()))))
                .singleElement()
                .satisfies(missing -> {
                    assertThat(missing.path()).isEqualTo("basis/valueChain");
                    assertThat(missing.allowed()).contains("value-chain/2026");
                });
    }
}
