// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanma.carbon.inventory.CementYear.inventory;
import static org.tanma.carbon.inventory.CementYear.quantity;
import static org.tanma.carbon.inventory.CementYear.request;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.report.ResultDocument;

class InventoryProperties {
    private static final BigDecimal NEARLY_ZERO = new BigDecimal("1e-28");

    @Property(tries = 30)
    void orderOfEntries_playsNoPart(@ForAll long seed) {
        List<ActivityEntry> shuffled = new ArrayList<>(CementYear.entries());
        Collections.shuffle(shuffled, new Random(seed));
        List<SharedParameter> parameters = new ArrayList<>(CementYear.parameters());
        Collections.shuffle(parameters, new Random(seed));
        ResultDocument straight = ResultDocument.of(inventory(request()));
        ResultDocument mixed =
                ResultDocument.of(inventory(request().withEntries(shuffled).withParameters(parameters)));
        assertThat(mixed).isEqualTo(straight);
    }

    @Property(tries = 50)
    void total_isLinearInTheAmounts(@ForAll @BigRange(min = "0.001", max = "1000") @Scale(3) BigDecimal factor) {
        Quantity once = inventory(request()).totals().total();
        List<ActivityEntry> scaled = new ArrayList<>(CementYear.entries());
        scaled.replaceAll(entry -> entry.withAmount(new Quantity(
                entry.amount().amount().multiply(factor), entry.amount().unit())));
        Quantity many = inventory(request().withEntries(scaled)).totals().total();
        assertNear(many.amount(), once.amount().multiply(factor, MathContext.DECIMAL128));
    }

    @Property(tries = 50)
    void total_neverFallsWhenAReadingRises(
            @ForAll @IntRange(max = 59) int index, @ForAll @LongRange(min = 1, max = 1_000_000) long more) {
        List<ActivityEntry> entries = new ArrayList<>(CementYear.entries());
        ActivityEntry entry = entries.get(index);
        entries.set(
                index,
                entry.withAmount(entry.amount()
                        .plus(new Quantity(
                                BigDecimal.valueOf(more), entry.amount().unit()))));
        assertThat(inventory(request().withEntries(entries)).totals().total())
                .isGreaterThan(inventory(request()).totals().total());
    }

    @Property(tries = 30)
    void unitOfAReading_playsNoPart(@ForAll @LongRange(max = 10_000_000) long kilowattHours) {
        List<ActivityEntry> small = new ArrayList<>(CementYear.entries());
        List<ActivityEntry> large = new ArrayList<>(CementYear.entries());
        BigDecimal amount = BigDecimal.valueOf(kilowattHours);
        small.replaceAll(entry -> inElectricity(entry, quantity(amount.toString(), "kWh")));
        large.replaceAll(
                entry -> inElectricity(entry, quantity(amount.movePointLeft(4).toPlainString(), "万千瓦时")));
        assertThat(inventory(request().withEntries(small)).totals())
                .isEqualTo(inventory(request().withEntries(large)).totals());
    }

    private static ActivityEntry inElectricity(ActivityEntry entry, Quantity amount) {
        return entry.activity().term().equals("electricity") ? entry.withAmount(amount) : entry;
    }

    private static void assertNear(BigDecimal actual, BigDecimal expected) {
        assertThat(actual.subtract(expected)
                        .divide(expected, MathContext.DECIMAL128)
                        .abs())
                .isLessThan(NEARLY_ZERO);
    }
}
