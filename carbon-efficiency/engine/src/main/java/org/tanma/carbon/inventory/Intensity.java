// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.inventory;

import org.tanma.carbon.quantity.Quantity;

/**
 * Emission per unit produced; for a CBAM installation, the specific embedded emissions.
 *
 * @param activityLevel amount produced
 * @param direct scope 1 per unit produced
 * @param indirect scope 2 per unit produced
 * @param total both
 */
public record Intensity(Quantity activityLevel, Quantity direct, Quantity indirect, Quantity total) {}
