// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.method;

import static org.tanma.carbon.method.Parameter.CAO_CONTENT;
import static org.tanma.carbon.method.Parameter.CAO_NOT_CARBONATE;
import static org.tanma.carbon.method.Parameter.CO2_PER_CAO;
import static org.tanma.carbon.method.Parameter.CO2_PER_MGO;
import static org.tanma.carbon.method.Parameter.MGO_CONTENT;
import static org.tanma.carbon.method.Parameter.MGO_NOT_CARBONATE;

import java.util.List;
import java.util.Optional;
import org.tanma.carbon.method.ParameterLookup.Need;
import org.tanma.carbon.quantity.Dimension;
import org.tanma.carbon.quantity.Quantity;

/**
 * Decomposition of the carbonates that a clinker, or the dust that left the kiln, was burnt from.
 *
 * <p>Shape: {@code AD × [(FR1 − FR10) × 44/56 + (FR2 − FR20) × 44/40]}; 56 is the molar mass of CaO and 40 that of MgO, so
 * the two oxides never share a ratio. Units: AD in t, the four contents are shares by mass; result tCO2. Source: the
 * formula of the cement guide as transcribed in the method file that names this kind.
 */
final class ClinkerCarbonates implements Calculation {
    @Override
    public String formula() {
        return "AD × [(FR1 − FR10) × 44/56 + (FR2 − FR20) × 44/40]";
    }

    @Override
    public List<Dimension> activityDimensions() {
        return List.of(Dimension.MASS);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(CAO_CONTENT, CAO_NOT_CARBONATE, CO2_PER_CAO, MGO_CONTENT, MGO_NOT_CARBONATE, CO2_PER_MGO);
    }

    @Override
    public Optional<Computed> compute(Quantity activity, ParameterLookup lookup) {
        Dimension perOxide = Dimension.CO2.per(activity.dimension());
        return lookup.require(List.of(
                        new Need(CAO_CONTENT, Dimension.NONE),
                        new Need(CAO_NOT_CARBONATE, Dimension.NONE),
                        new Need(CO2_PER_CAO, perOxide),
                        new Need(MGO_CONTENT, Dimension.NONE),
                        new Need(MGO_NOT_CARBONATE, Dimension.NONE),
                        new Need(CO2_PER_MGO, perOxide)))
                .map(found -> {
                    Quantity fromLime = oxide(found, CAO_CONTENT, CAO_NOT_CARBONATE, CO2_PER_CAO);
                    Quantity fromMagnesia = oxide(found, MGO_CONTENT, MGO_NOT_CARBONATE, CO2_PER_MGO);
                    return Computed.of(found, activity.times(fromLime.plus(fromMagnesia)));
                });
    }

    private static Quantity oxide(ParameterSet found, Parameter content, Parameter notCarbonate, Parameter ratio) {
        return found.get(content).minus(found.get(notCarbonate)).times(found.get(ratio));
    }
}
