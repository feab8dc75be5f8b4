// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.method;

import static org.tanma.carbon.method.Parameter.EMISSION_FACTOR;

import java.util.List;
import java.util.Optional;
import org.tanma.carbon.method.ParameterLookup.Need;
import org.tanma.carbon.quantity.BaseKind;
import org.tanma.carbon.quantity.Dimension;
import org.tanma.carbon.quantity.Quantity;

/**
 * Emissions elsewhere in the value chain by a factor that weighs all gases, such as a supplier's footprint.
 *
 * <p>Shape: {@code AD × EF}. Units: AD in t, GJ, Nm3, m3, pieces or money, EF in tCO2e per that; result tCO2e, unlike the
 * other kinds. A factor in tCO2 is refused: it leaves out the other gases. Source: the equation shared by ISO 14064-1 and
 * the GHG Protocol's standard for the value chain (activity data times emission factor).
 */
final class ValueChainFactor implements Calculation {
    @Override
    public String formula() {
        return "AD × EF";
    }

    @Override
    public List<Dimension> activityDimensions() {
        return List.of(
                Dimension.MASS,
                Dimension.ENERGY,
                Dimension.NORMAL_VOLUME,
                Dimension.VOLUME,
                Dimension.of(BaseKind.COUNT),
                Dimension.MONEY);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(EMISSION_FACTOR);
    }

    @Override
    public Optional<Computed> compute(Quantity activity, ParameterLookup lookup) {
        return lookup.require(List.of(new Need(EMISSION_FACTOR, Dimension.CO2E.per(activity.dimension()))))
                .map(found -> Computed.of(found, activity.times(found.get(EMISSION_FACTOR))));
    }
}
