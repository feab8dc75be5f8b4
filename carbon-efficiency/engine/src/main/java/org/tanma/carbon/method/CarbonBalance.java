// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.method;

import static org.tanma.carbon.method.Parameter.BIOMASS_FRACTION;
import static org.tanma.carbon.method.Parameter.CARBON_MASS_CONTENT;
import static org.tanma.carbon.method.Parameter.MASS_BALANCE_FACTOR;

import java.util.List;
import java.util.Optional;
import org.tanma.carbon.method.ParameterLookup.Need;
import org.tanma.carbon.quantity.Dimension;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.quantity.Unit;

/**
 * One stream of a carbon mass balance; what leaves in products has a negative amount.
 *
 * <p>Shape: {@code AD × CCm × f × (1 − BF)}, f being the mass of CO2 per carbon that the method fixes. Units: AD in t, CCm in
 * tC/t, BF a share; result tCO2. Source: Implementing Regulation (EU) 2025/2547, Annex II, B.3.2, equations 12 and 15.
 */
final class CarbonBalance implements Calculation {
    @Override
    public String formula() {
        return "AD × CCm × f × (1 − BF)";
    }

    @Override
    public List<Dimension> activityDimensions() {
        return List.of(Dimension.MASS);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(CARBON_MASS_CONTENT, MASS_BALANCE_FACTOR, BIOMASS_FRACTION);
    }

    @Override
    public boolean allowsNegative() {
        return true;
    }

    @Override
    public Optional<Computed> compute(Quantity activity, ParameterLookup lookup) {
        return lookup.require(List.of(
                        new Need(CARBON_MASS_CONTENT, Dimension.CARBON.per(activity.dimension())),
                        new Need(MASS_BALANCE_FACTOR, Dimension.CO2.per(Dimension.CARBON)),
                        new Need(BIOMASS_FRACTION, Dimension.NONE)))
                .map(found -> {
                    Quantity all =
                            activity.times(found.get(CARBON_MASS_CONTENT)).times(found.get(MASS_BALANCE_FACTOR));
                    Quantity biomass = found.get(BIOMASS_FRACTION);
                    Quantity fossil = Quantity.of("1", Unit.ONE).minus(biomass);
                    return new Computed(found.inputs(), all.times(fossil), null, all.times(biomass));
                });
    }
}
