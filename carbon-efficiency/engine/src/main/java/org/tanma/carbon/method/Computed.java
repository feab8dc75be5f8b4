// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.method;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.quantity.Quantity;

/**
 * What one calculation gave.
 *
 * @param inputs the parameters used
 * @param co2 emission, tCO2
 * @param energy energy content of what was burnt, GJ; null where the calculation knows none
 * @param biogenicCo2 CO2 of biomass, kept outside the sum, tCO2; null where the calculation knows none
 */
public record Computed(
        List<TraceInput> inputs,
        Quantity co2,
        @Nullable Quantity energy,
        @Nullable Quantity biogenicCo2) {
    public Computed {
        inputs = List.copyOf(inputs);
    }

    static Computed of(ParameterSet parameters, Quantity co2) {
        return new Computed(parameters.inputs(), co2, null, null);
    }
}
