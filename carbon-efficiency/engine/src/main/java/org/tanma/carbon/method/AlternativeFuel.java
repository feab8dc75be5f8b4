// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.method;

import static org.tanma.carbon.method.Parameter.EMISSION_FACTOR;
import static org.tanma.carbon.method.Parameter.FOSSIL_FRACTION;
import static org.tanma.carbon.method.Parameter.NET_CALORIFIC_VALUE;

import java.util.List;
import java.util.Optional;
import org.tanma.carbon.method.ParameterLookup.Need;
import org.tanma.carbon.quantity.Dimension;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.quantity.Unit;

/**
 * The fossil share of an alternative fuel, such as tyres or plastics.
 *
 * <p>Shape: {@code AD × NCV × EF × α}; the rest, {@code AD × NCV × EF × (1 − α)}, is kept as a biogenic memo. Units: AD in t,
 * NCV in GJ/t, EF in tCO2/GJ, α a share; result tCO2. Source: the formula of the cement guide as transcribed in the
 * method file that names this kind.
 */
final class AlternativeFuel implements Calculation {
    @Override
    public String formula() {
        return "AD × NCV × EF × α";
    }

    @Override
    public List<Dimension> activityDimensions() {
        return List.of(Dimension.MASS);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(NET_CALORIFIC_VALUE, EMISSION_FACTOR, FOSSIL_FRACTION);
    }

    @Override
    public Optional<Computed> compute(Quantity activity, ParameterLookup lookup) {
        return lookup.require(List.of(
                        new Need(NET_CALORIFIC_VALUE, Dimension.ENERGY.per(activity.dimension())),
                        new Need(EMISSION_FACTOR, Dimension.CO2.per(Dimension.ENERGY)),
                        new Need(FOSSIL_FRACTION, Dimension.NONE)))
                .map(found -> {
                    Quantity energy = activity.times(found.get(NET_CALORIFIC_VALUE));
                    Quantity all = energy.times(found.get(EMISSION_FACTOR));
                    Quantity fossil = found.get(FOSSIL_FRACTION);
                    Quantity biogenic = Quantity.of("1", Unit.ONE).minus(fossil);
                    return new Computed(found.inputs(), all.times(fossil), energy, all.times(biogenic));
                });
    }
}
