// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.whatif;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.analysis.Comparison;
import org.tanma.carbon.inventory.Inventory;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.text.LocalText;

/**
 * An inventory as it is, and as it would be.
 *
 * @param changes what would be otherwise, in the order applied
 * @param before as it is
 * @param after as it would be
 * @param comparison the difference, source by source
 * @param boughtGreenPower emission of the part of purchased electricity that would be bought as green power, by the factor
 *     used, tCO2e: what a market-based figure would leave out; null where none is
 * @param notices what a reader should know
 */
public record WhatIf(
        List<Change> changes,
        Inventory before,
        Inventory after,
        Comparison comparison,
        @Nullable Quantity boughtGreenPower,
        List<LocalText> notices)
        implements WhatIfOutcome {
    public WhatIf {
        changes = List.copyOf(changes);
        notices = List.copyOf(notices);
    }
}
