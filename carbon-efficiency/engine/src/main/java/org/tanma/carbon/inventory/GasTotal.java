// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.inventory;

import org.tanma.carbon.method.Gas;
import org.tanma.carbon.quantity.Quantity;

/**
 * What one gas adds to the total.
 *
 * @param gas which
 * @param mass its amount: tCO2 for CO2, t of the gas for the others
 * @param co2e the same by the inventory's GWP set, tCO2e
 */
public record GasTotal(Gas gas, Quantity mass, Quantity co2e) {}
