// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.method;

import static org.tanma.carbon.method.Parameter.BIOMASS_FRACTION;
import static org.tanma.carbon.method.Parameter.EMISSION_FACTOR;
import static org.tanma.carbon.method.Parameter.NET_CALORIFIC_VALUE;
import static org.tanma.carbon.method.Parameter.OXIDATION_FACTOR;

import java.util.List;
import java.util.Optional;
import org.tanma.carbon.method.ParameterLookup.Need;
import org.tanma.carbon.quantity.Dimension;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.quantity.Unit;

/**
 * A combustion source stream, from its emission factor per energy.
 *
 * <p>Shape: {@code AD × NCV × EF × OF × (1 − BF)}; the biomass part {@code AD × NCV × EF × OF × BF} is kept as a memo.
 * Units: AD in t or Nm3, NCV in GJ per that, EF in tCO2/TJ, OF and BF shares. Source: Implementing Regulation (EU)
 * 2025/2547, Annex II, B.3.1.1, equations 5, 6 and 10.
 */
final class StreamCombustion implements Calculation {
    @Override
    public String formula() {
        return "AD × NCV × EF × OF × (1 − BF)";
    }

    @Override
    public List<Dimension> activityDimensions() {
        return List.of(Dimension.MASS, Dimension.NORMAL_VOLUME);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(NET_CALORIFIC_VALUE, EMISSION_FACTOR, OXIDATION_FACTOR, BIOMASS_FRACTION);
    }

    @Override
    public Optional<Computed> compute(Quantity activity, ParameterLookup lookup) {
        return lookup.require(List.of(
                        new Need(NET_CALORIFIC_VALUE, Dimension.ENERGY.per(activity.dimension())),
                        new Need(EMISSION_FACTOR, Dimension.CO2.per(Dimension.ENERGY)),
                        new Need(OXIDATION_FACTOR, Dimension.NONE),
                        new Need(BIOMASS_FRACTION, Dimension.NONE)))
                .map(found -> {
                    Quantity energy = activity.times(found.get(NET_CALORIFIC_VALUE));
                    Quantity all = energy.times(found.get(EMISSION_FACTOR)).times(found.get(OXIDATION_FACTOR));
                    Quantity biomass = found.get(BIOMASS_FRACTION);
                    Quantity fossil = Quantity.of("1", Unit.ONE).minus(biomass);
                    return new Computed(found.inputs(), all.times(fossil), energy, all.times(biomass));
                });
    }
}
