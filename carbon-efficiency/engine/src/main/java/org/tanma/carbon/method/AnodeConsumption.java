// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.method;

import static org.tanma.carbon.method.Parameter.ANODE_ASH;
import static org.tanma.carbon.method.Parameter.ANODE_SULPHUR;
import static org.tanma.carbon.method.Parameter.CO2_PER_CARBON;
import static org.tanma.carbon.method.Parameter.NET_ANODE_CONSUMPTION;

import java.util.List;
import java.util.Optional;
import org.tanma.carbon.method.ParameterLookup.Need;
import org.tanma.carbon.quantity.Dimension;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.quantity.Unit;

/**
 * Prebaked anodes used up in making aluminium.
 *
 * <p>Shape: {@code AD × NC × (1 − S − A) × 44/12}. Units: AD in t of aluminium, NC in tC/t, S (sulphur) and A (ash) shares;
 * result tCO2. Source: the formula of the aluminium guide as transcribed in the method file that names this kind.
 */
final class AnodeConsumption implements Calculation {
    @Override
    public String formula() {
        return "AD × NC × (1 − S − A) × 44/12";
    }

    @Override
    public List<Dimension> activityDimensions() {
        return List.of(Dimension.MASS);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(NET_ANODE_CONSUMPTION, ANODE_SULPHUR, ANODE_ASH, CO2_PER_CARBON);
    }

    @Override
    public Optional<Computed> compute(Quantity activity, ParameterLookup lookup) {
        return lookup.require(List.of(
                        new Need(NET_ANODE_CONSUMPTION, Dimension.CARBON.per(Dimension.MASS)),
                        new Need(ANODE_SULPHUR, Dimension.NONE),
                        new Need(ANODE_ASH, Dimension.NONE),
                        new Need(CO2_PER_CARBON, Dimension.CO2.per(Dimension.CARBON))))
                .map(found -> {
                    Quantity carbon = Quantity.of("1", Unit.ONE)
                            .minus(found.get(ANODE_SULPHUR))
                            .minus(found.get(ANODE_ASH));
                    return Computed.of(
                            found,
                            activity.times(found.get(NET_ANODE_CONSUMPTION))
                                    .times(carbon)
                                    .times(found.get(CO2_PER_CARBON)));
                });
    }
}
