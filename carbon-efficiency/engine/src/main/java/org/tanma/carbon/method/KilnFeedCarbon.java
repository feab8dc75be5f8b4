// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.method;

import static org.tanma.carbon.method.Parameter.CO2_PER_CARBON;
import static org.tanma.carbon.method.Parameter.NON_FUEL_CARBON;

import java.util.List;
import java.util.Optional;
import org.tanma.carbon.method.ParameterLookup.Need;
import org.tanma.carbon.quantity.Dimension;
import org.tanma.carbon.quantity.Quantity;

/**
 * Calcination of the carbon in kiln feed that is not fuel.
 *
 * <p>Shape: {@code AD × FR0 × 44/12}. Units: AD in t of raw meal, FR0 in tC/t; result tCO2. Source: the formula of the
 * cement guide as transcribed in the method file that names this kind.
 */
final class KilnFeedCarbon implements Calculation {
    @Override
    public String formula() {
        return "AD × FR0 × 44/12";
    }

    @Override
    public List<Dimension> activityDimensions() {
        return List.of(Dimension.MASS);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(NON_FUEL_CARBON, CO2_PER_CARBON);
    }

    @Override
    public Optional<Computed> compute(Quantity activity, ParameterLookup lookup) {
        return lookup.require(List.of(
                        new Need(NON_FUEL_CARBON, Dimension.CARBON.per(activity.dimension())),
                        new Need(CO2_PER_CARBON, Dimension.CO2.per(Dimension.CARBON))))
                .map(found -> Computed.of(
                        found, activity.times(found.get(NON_FUEL_CARBON)).times(found.get(CO2_PER_CARBON))));
    }
}
