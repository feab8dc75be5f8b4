// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.tanma.carbon.method.TraceNode;

class ScopeSumsProperties {
    /** The totals are added up without the tree; the tree, when somebody looks at it, adds up to the same. */
    @Property(tries = 100)
    void totals_areTheValuesOfTheTrace(
            @ForAll @Size(min = 12, max = 72) List<@LongRange(min = 0, max = 10_000_000_000L) Long> amounts) {
        List<ActivityEntry> readings = new ArrayList<>();
        for (ActivityEntry entry : CementYear.entries()) {
            String amount = amounts.get(readings.size() % amounts.size()) + "." + amounts.get(0);
            readings.add(entry.withAmount(
                    CementYear.quantity(amount, entry.amount().unit().symbol())));
        }
        Inventory inventory = CementYear.inventory(CementYear.request().withEntries(readings));
        TraceNode trace = inventory.trace();
        assertThat(trace.value()).isEqualTo(inventory.totals().total());
        assertThat(trace.children().get(0).value()).isEqualTo(inventory.totals().scope1());
        assertThat(trace.children().get(1).value()).isEqualTo(inventory.totals().scope2());
        assertThat(inventory.trace()).isEqualTo(trace);
    }
}
