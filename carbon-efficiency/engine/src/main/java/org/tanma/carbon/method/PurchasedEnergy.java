// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.method;

import static org.tanma.carbon.method.Parameter.EMISSION_FACTOR;

import java.util.List;
import java.util.Optional;
import org.tanma.carbon.method.ParameterLookup.Need;
import org.tanma.carbon.quantity.Dimension;
import org.tanma.carbon.quantity.Quantity;

/**
 * Electricity or heat bought (or, in a subtracted term, sold).
 *
 * <p>Shape: {@code AD × EF}. Units: AD in MWh or GJ, EF in tCO2 per that; result tCO2. Source: the equation shared by the
 * Chinese sector guides and GB/T 32150; Implementing Regulation (EU) 2025/2547, Annex II, for indirect emissions.
 */
final class PurchasedEnergy implements Calculation {
    @Override
    public String formula() {
        return "AD × EF";
    }

    @Override
    public List<Dimension> activityDimensions() {
        return List.of(Dimension.ENERGY);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(EMISSION_FACTOR);
    }

    @Override
    public Optional<Computed> compute(Quantity activity, ParameterLookup lookup) {
        return lookup.require(List.of(new Need(EMISSION_FACTOR, Dimension.CO2.per(Dimension.ENERGY))))
                .map(found -> new Computed(found.inputs(), activity.times(found.get(EMISSION_FACTOR)), activity, null));
    }
}
