// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.method;

import java.util.List;
import java.util.Optional;
import org.tanma.carbon.quantity.Dimension;
import org.tanma.carbon.quantity.Quantity;

/**
 * Emissions elsewhere in the value chain that somebody else computed, such as a carrier's statement for the year.
 *
 * <p>Shape: {@code AD}. Units: AD and result in tCO2e.
 */
final class ValueChainFigure implements Calculation {
    @Override
    public String formula() {
        return "AD";
    }

    @Override
    public List<Dimension> activityDimensions() {
        return List.of(Dimension.CO2E);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of();
    }

    @Override
    public Optional<Computed> compute(Quantity activity, ParameterLookup lookup) {
        return Optional.of(Computed.of(new ParameterSet(List.of()), activity));
    }
}
