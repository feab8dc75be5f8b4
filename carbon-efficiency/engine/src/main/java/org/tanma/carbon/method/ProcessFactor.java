// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.method;

import static org.tanma.carbon.method.Parameter.CONVERSION_FACTOR;
import static org.tanma.carbon.method.Parameter.EMISSION_FACTOR;

import java.util.List;
import java.util.Optional;
import org.tanma.carbon.method.ParameterLookup.Need;
import org.tanma.carbon.quantity.Dimension;
import org.tanma.carbon.quantity.Quantity;

/**
 * A process emission by factor, such as the carbonate in a raw material.
 *
 * <p>Shape: {@code AD × EF × CF}. Units: AD in t, EF in tCO2/t, CF a share; result tCO2. Source: Implementing Regulation
 * (EU) 2025/2547, Annex II, B.3.1.2, equation 11.
 */
final class ProcessFactor implements Calculation {
    @Override
    public String formula() {
        return "AD × EF × CF";
    }

    @Override
    public List<Dimension> activityDimensions() {
        return List.of(Dimension.MASS, Dimension.NORMAL_VOLUME);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(EMISSION_FACTOR, CONVERSION_FACTOR);
    }

    @Override
    public Optional<Computed> compute(Quantity activity, ParameterLookup lookup) {
        return lookup.require(List.of(
                        new Need(EMISSION_FACTOR, Dimension.CO2.per(activity.dimension())),
                        new Need(CONVERSION_FACTOR, Dimension.NONE)))
                .map(found -> Computed.of(
                        found, activity.times(found.get(EMISSION_FACTOR)).times(found.get(CONVERSION_FACTOR))));
    }
}
