// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.analysis;

import java.util.List;
import org.tanma.carbon.inventory.Inventory;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.text.LocalText;

/**
 * One source of one year, to be compared with another year's.
 *
 * @param source the enterprise's name for it
 * @param activity what it does
 * @param label name of the term and item
 * @param scope 1 or 2
 * @param amount what was used or made
 * @param emission tCO2e
 */
public record EmissionLine(
        String source, String activity, LocalText label, int scope, Quantity amount, Quantity emission) {
    /** The lines of an inventory. */
    public static List<EmissionLine> of(Inventory inventory) {
        return inventory.sources().stream()
                .map(source -> new EmissionLine(
                        source.source(),
                        source.activity().toString(),
                        source.label(),
                        source.scope(),
                        source.amount(),
                        source.emission()))
                .toList();
    }
}
