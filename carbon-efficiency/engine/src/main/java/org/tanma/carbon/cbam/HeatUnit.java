// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.cbam;

import org.jspecify.annotations.Nullable;
import org.tanma.carbon.quantity.Quantity;

/**
 * A boiler or cogeneration unit that serves several processes; fuels are attributed to it by its id.
 *
 * <p>Shape: a boiler's heat has the factor emissions ÷ heat; cogeneration divides its emissions by the efficiencies of heat and
 * electricity over their references. Source: Implementing Regulation (EU) 2025/2547, Annex III, A.2.2 (Equations 44 to 52).
 *
 * @param id unique among processes and units
 * @param heat net measurable heat produced
 * @param electricity net electricity produced; null for a boiler
 * @param referenceHeat reference efficiency of heat, a share; null for a boiler
 * @param referenceElectricity reference efficiency of electricity, a share; null for a boiler
 * @param losses heat lost on the way, if determined; divided among the processes by what they use; null if not
 * @param evidence the document behind it
 */
public record HeatUnit(
        String id,
        Quantity heat,
        @Nullable Quantity electricity,
        @Nullable Quantity referenceHeat,
        @Nullable Quantity referenceElectricity,
        @Nullable Quantity losses,
        String evidence) {
    /** Whether it makes electricity too. */
    public boolean isCogeneration() {
        return electricity != null;
    }
}
