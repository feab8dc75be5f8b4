// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.method;

import org.tanma.carbon.quantity.Quantity;

/**
 * An amount of one gas other than CO2.
 *
 * @param gas which
 * @param massT its mass, t of the gas; negative where a calculation takes it off
 */
public record GasAmount(Gas gas, Quantity massT) {
    public GasAmount {
        if (gas == Gas.CO2 || !massT.dimension().equals(gas.dimension())) {
            throw new IllegalArgumentException("%s of %s is no mass of another gas".formatted(massT, gas.symbol()));
        }
    }
}
