// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.method;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.quantity.Dimension;
import org.tanma.carbon.quantity.Quantity;

/**
 * What one calculation gave.
 *
 * @param inputs the parameters used
 * @param co2 emission, tCO2; 0 where the formula has other gases alone
 * @param energy energy content of what was burnt, GJ; null where the calculation knows none
 * @param biogenicCo2 CO2 of biomass, kept outside the sum, tCO2; null where the calculation knows none
 * @param otherGases the gases beside CO2, each once; empty for most calculations
 */
public record Computed(
        List<TraceInput> inputs,
        Quantity co2,
        @Nullable Quantity energy,
        @Nullable Quantity biogenicCo2,
        List<GasAmount> otherGases) {
    public Computed {
        inputs = List.copyOf(inputs);
        otherGases = List.copyOf(otherGases);
    }

    /** CO2 alone. */
    public Computed(List<TraceInput> inputs, Quantity co2, @Nullable Quantity energy, @Nullable Quantity biogenicCo2) {
        this(inputs, co2, energy, biogenicCo2, List.of());
    }

    static Computed of(ParameterSet parameters, Quantity co2) {
        return new Computed(parameters.inputs(), co2, null, null);
    }

    static Computed ofGases(ParameterSet parameters, GasAmount... gases) {
        return new Computed(parameters.inputs(), Quantity.zero(Dimension.CO2), null, null, List.of(gases));
    }
}
