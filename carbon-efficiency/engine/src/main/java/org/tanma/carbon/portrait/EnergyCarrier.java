// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.portrait;

import org.tanma.carbon.factor.Quality;
import org.tanma.carbon.quantity.Quantity;

/**
 * What is known of an energy carrier.
 *
 * @param activity term and item it is reported under, {@code fuel/coke}; a term alone stands for all items without a line of their own
 * @param coalEquivalent mass of standard coal per energy
 * @param quality how far that figure was checked
 */
public record EnergyCarrier(
        String activity, CarrierGroup group, Quantity coalEquivalent, String sourceRef, Quality quality) {}
