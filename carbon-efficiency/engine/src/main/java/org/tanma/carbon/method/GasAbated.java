// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.method;

import static org.tanma.carbon.method.Parameter.GAS_FACTOR;
import static org.tanma.carbon.method.Parameter.REMOVAL_EFFICIENCY;
import static org.tanma.carbon.method.Parameter.REMOVAL_UTILISATION;

import java.util.List;
import java.util.Optional;
import org.tanma.carbon.method.ParameterLookup.Need;
import org.tanma.carbon.quantity.Dimension;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.quantity.Unit;

/**
 * A gas of a process by factor, less what abatement destroys: N2O of nitric and adipic acid.
 *
 * <p>Shape: {@code AD × EFg × (1 − η × μ)}. Units: AD in t of product, EFg in t of gas per t, η (efficiency of removal) and μ
 * (share of the time it runs) shares; result t of the gas the term names. Source: the formula of the guide for chemical
 * producers as transcribed in the method file that names this kind.
 */
final class GasAbated implements Calculation {
    @Override
    public String formula() {
        return "AD × EFg × (1 − η × μ)";
    }

    @Override
    public List<Dimension> activityDimensions() {
        return List.of(Dimension.MASS);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(GAS_FACTOR, REMOVAL_EFFICIENCY, REMOVAL_UTILISATION);
    }

    @Override
    public Optional<Computed> compute(Quantity activity, ParameterLookup lookup) {
        return lookup.require(List.of(
                        new Need(GAS_FACTOR, Dimension.NONE),
                        new Need(REMOVAL_EFFICIENCY, Dimension.NONE),
                        new Need(REMOVAL_UTILISATION, Dimension.NONE)))
                .flatMap(found -> {
                    Quantity removed = found.get(REMOVAL_EFFICIENCY).times(found.get(REMOVAL_UTILISATION));
                    Quantity left = Quantity.of("1", Unit.ONE).minus(removed);
                    Quantity mass = activity.times(found.get(GAS_FACTOR)).times(left);
                    return lookup.gas().map(gas -> Computed.ofGases(found, new GasAmount(gas, mass)));
                });
    }
}
