// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.method;

import static org.tanma.carbon.method.Parameter.CARBON_CONTENT;
import static org.tanma.carbon.method.Parameter.CO2_PER_CARBON;
import static org.tanma.carbon.method.Parameter.NET_CALORIFIC_VALUE;
import static org.tanma.carbon.method.Parameter.OXIDATION_FACTOR;

import java.util.List;
import java.util.Optional;
import org.tanma.carbon.method.ParameterLookup.Need;
import org.tanma.carbon.quantity.Dimension;
import org.tanma.carbon.quantity.Quantity;

/**
 * Burning a fossil fuel, from its carbon content.
 *
 * <p>Shape: {@code AD × NCV × CC × OF × 44/12}. Units: AD in t with NCV in GJ/t, or AD and NCV by Nm3; CC in tC/GJ; OF a
 * share; result tCO2. Source: the equation shared by the Chinese sector guides (2013–2015) and the GB/T 32151 series.
 */
final class CarbonCombustion implements Calculation {
    @Override
    public String formula() {
        return "AD × NCV × CC × OF × 44/12";
    }

    @Override
    public List<Dimension> activityDimensions() {
        return List.of(Dimension.MASS, Dimension.NORMAL_VOLUME);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(NET_CALORIFIC_VALUE, CARBON_CONTENT, OXIDATION_FACTOR, CO2_PER_CARBON);
    }

    @Override
    public Optional<Computed> compute(Quantity activity, ParameterLookup lookup) {
        return lookup.require(List.of(
                        new Need(NET_CALORIFIC_VALUE, Dimension.ENERGY.per(activity.dimension())),
                        new Need(CARBON_CONTENT, Dimension.CARBON.per(Dimension.ENERGY)),
                        new Need(OXIDATION_FACTOR, Dimension.NONE),
                        new Need(CO2_PER_CARBON, Dimension.CO2.per(Dimension.CARBON))))
                .map(found -> {
                    Quantity energy = activity.times(found.get(NET_CALORIFIC_VALUE));
                    Quantity co2 = energy.times(found.get(CARBON_CONTENT))
                            .times(found.get(OXIDATION_FACTOR))
                            .times(found.get(CO2_PER_CARBON));
                    return new Computed(found.inputs(), co2, energy, null);
                });
    }
}
