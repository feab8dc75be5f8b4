// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanma.carbon.inventory.CementYear.inventory;
import static org.tanma.carbon.inventory.CementYear.quantity;
import static org.tanma.carbon.inventory.CementYear.request;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.tanma.carbon.inventory.ActivityEntry;
import org.tanma.carbon.inventory.Inventory;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.text.LocalText;

class ComparisonProperties {
    private static EmissionLine line(String source, String unit, BigDecimal amount, BigDecimal emission) {
        return new EmissionLine(
                source,
                "fuel/coal",
                new LocalText("煤", "coal"),
                1,
                quantity(amount.toPlainString(), unit),
                quantity(emission.toPlainString(), "tCO2e"));
    }

    @Property(tries = 300)
    void parts_addUpToTheChange_toTheLastDigit(
            @ForAll @Size(6) List<@BigRange(min = "0", max = "1000000") @Scale(6) BigDecimal> amounts,
            @ForAll @Size(6) List<@BigRange(min = "-1000", max = "1000000") @Scale(20) BigDecimal> emissions) {
        List<EmissionLine> before = new ArrayList<>();
        List<EmissionLine> after = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            before.add(line("s" + i, "t", amounts.get(i), emissions.get(i)));
            after.add(line(i == 2 ? "other" : "s" + i, i == 1 ? "kg" : "t", amounts.get(i + 3), emissions.get(i + 3)));
        }
        Comparison found = Comparison.of(before, after);
        for (LineChange change : found.lines()) {
            assertThat(exact(change.byActivity(), change.byFactor(), change.byBoundary()))
                    .isEqualByComparingTo(change.change().amount());
        }
        assertThat(exact(found.byActivity(), found.byFactor(), found.byBoundary()))
                .isEqualByComparingTo(found.change().amount())
                .isEqualByComparingTo(
                        found.after().amount().subtract(found.before().amount()));
        assertThat(Comparison.of(after, before).change().amount())
                .isEqualByComparingTo(found.change().amount().negate());
    }

    /** 100 t × 2 → 120 t × 3: amount 20 × 2.5 = 50, factor 1 × 110 = 110, together 160. */
    @Example
    void amountAndFactor_shareTheirCommonPart() {
        Comparison found = Comparison.of(
                List.of(line("kiln", "t", new BigDecimal("100"), new BigDecimal("200"))),
                List.of(line("kiln", "t", new BigDecimal("120"), new BigDecimal("360"))));
        assertThat(found.byActivity()).isEqualTo(quantity("50", "tCO2e"));
        assertThat(found.byFactor()).isEqualTo(quantity("110", "tCO2e"));
        assertThat(found.byBoundary().signum()).isZero();
    }

    @Example
    void anotherDimension_isAnotherBoundary() {
        Comparison found = Comparison.of(
                List.of(line("kiln", "t", BigDecimal.TEN, BigDecimal.TEN)),
                List.of(line("kiln", "Nm3", BigDecimal.TEN, BigDecimal.ONE)));
        assertThat(found.byBoundary()).isEqualTo(quantity("-9", "tCO2e"));
    }

    @Example
    void inventories_compareByTheirSources() {
        List<ActivityEntry> more = new ArrayList<>(request().entries());
        more.replaceAll(entry -> entry.activity().term().equals("electricity")
                ? entry.withAmount(entry.amount().plus(quantity("1000", "MWh")))
                : entry);
        Inventory before = inventory(request());
        Inventory after = inventory(request().withEntries(more));
        Comparison found = Comparison.of(EmissionLine.of(before), EmissionLine.of(after));
        assertThat(found.byActivity()).isEqualTo(quantity("5968.8", "tCO2e"));
        assertThat(found.byFactor().amount().abs()).isLessThan(new BigDecimal("1e-25"));
        assertThat(found.lines().get(0).source()).isEqualTo("grid");
    }

    private static BigDecimal exact(Quantity... parts) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Quantity part : parts) {
            sum = sum.add(part.amount());
        }
        return sum;
    }
}
