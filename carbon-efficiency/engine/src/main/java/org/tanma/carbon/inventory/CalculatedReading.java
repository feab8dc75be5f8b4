// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.inventory;

import java.util.List;
import org.tanma.carbon.factor.FactorMatch;
import org.tanma.carbon.method.Computed;
import org.tanma.carbon.method.GasAmount;
import org.tanma.carbon.quantity.Quantity;

/** One reading with its CO2 and, weighted by the GWP set, its other gases. */
record CalculatedReading(ActivityEntry entry, Computed computed, List<Weighted> otherGases) {
    CalculatedReading {
        otherGases = List.copyOf(otherGases);
    }

    /** A gas beside CO2 with its GWP. */
    record Weighted(GasAmount amount, FactorMatch gwp) {
        /** tCO2e. */
        Quantity co2e() {
            return amount.massT().times(gwp.factor().value());
        }
    }

    /** All gases, tCO2e, before the sign of the term. */
    Quantity emission(Quantity co2Gwp) {
        return otherGases.stream().map(Weighted::co2e).reduce(computed.co2().times(co2Gwp), Quantity::plus);
    }
}
