// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.inventory;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.method.LazyList;
import org.tanma.carbon.quantity.Quantity;

/**
 * The sums of an inventory.
 *
 * @param total scope 1 and scope 2, tCO2e
 * @param scope1 direct emissions, tCO2e
 * @param scope2 emissions of purchased energy, tCO2e
 * @param energyCo2 CO2 of energy use alone (fuels, electricity, heat; no process CO2), tCO2
 * @param processCo2 the rest of the CO2, tCO2
 * @param biogenicCo2 CO2 of biomass, outside the total, tCO2
 * @param fuelEnergy energy content of the fuels burnt, as far as the calculations know it, GJ
 * @param gases the total by gas: CO2 first, then each other gas that a calculation gave, in the order of {@link
 *     org.tanma.carbon.method.Gas}
 * @param scope3 emissions elsewhere in the value chain as far as reported, outside the total, tCO2e; null where nothing is
 */
public record InventoryTotals(
        Quantity total,
        Quantity scope1,
        Quantity scope2,
        Quantity energyCo2,
        Quantity processCo2,
        Quantity biogenicCo2,
        Quantity fuelEnergy,
        List<GasTotal> gases,
        @Nullable Quantity scope3) {
    public InventoryTotals {
        gases = LazyList.copyOf(gases);
    }
}
