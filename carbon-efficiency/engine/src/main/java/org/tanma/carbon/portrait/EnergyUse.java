// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.portrait;

import org.tanma.carbon.quantity.Dimension;
import org.tanma.carbon.quantity.Quantity;

/**
 * Energy of one carrier used in a year, by its net calorific value where it is a fuel.
 *
 * @param energy energy; what was passed on to others is subtracted, so it may be below 0
 */
public record EnergyUse(EnergyCarrier carrier, Quantity energy) {
    public EnergyUse {
        if (!energy.dimension().equals(Dimension.ENERGY)) {
            throw new IllegalArgumentException("use of " + carrier.activity() + " is energy, not " + energy);
        }
    }
}
