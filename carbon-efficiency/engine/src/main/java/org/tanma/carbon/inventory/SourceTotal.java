// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.inventory;

import java.util.List;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.text.LocalText;

/**
 * What one source added in the year.
 *
 * @param source the enterprise's name for it
 * @param activity what it does
 * @param label name of the term and item
 * @param scope 1, 2 or 3
 * @param amount what was used or made, in the unit of the first period
 * @param emission tCO2e; negative for a subtracted term
 * @param share of the total, a pure number; 0 when the total is 0
 * @param periods its emission per period, tCO2e, in order of time
 */
public record SourceTotal(
        String source,
        ActivityId activity,
        LocalText label,
        int scope,
        Quantity amount,
        Quantity emission,
        Quantity share,
        List<PeriodTotal> periods) {
    public SourceTotal {
        periods = List.copyOf(periods);
    }
}
