// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.cbam;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.quantity.Quantity;

/**
 * Perfluorocarbons of primary aluminium from anode effects.
 *
 * <p>Shape, slope: CF4 = effects × minutes × SEF ÷ 1000 × production; overvoltage: CF4 = OVC × (AEO ÷ CE) × production ÷ 1000;
 * C2F6 = CF4 × F; both divided by the collection efficiency. Source: Implementing Regulation (EU) 2025/2547, Annex II, B.7
 * (Equations 20 to 26).
 *
 * @param source the installation's name for it
 * @param technology cell type: {@code pfpb-l}, {@code pfpb-m}, {@code cwpb}, {@code swpb}, {@code vss}, {@code hss}
 * @param production primary aluminium made, a mass
 * @param record what was recorded
 * @param cf4Factor measured SEF or OVC; null for the standard one of the technology
 * @param c2f6Fraction measured weight fraction F; null for the standard one
 * @param collectionEfficiency share of the emissions that the duct collects
 * @param evidence the document behind it
 * @param attribution where its emissions belong
 */
public record AnodeEffects(
        String source,
        String technology,
        Quantity production,
        CellRecord record,
        @Nullable BigDecimal cf4Factor,
        @Nullable BigDecimal c2f6Fraction,
        Quantity collectionEfficiency,
        String evidence,
        Attribution attribution)
        implements EmissionSource {
    /** What the cells recorded. */
    public sealed interface CellRecord {
        /** Method A: anode effects per cell-day and their mean duration in minutes. */
        record Slope(BigDecimal effectsPerCellDay, BigDecimal minutesPerEffect) implements CellRecord {}

        /** Method B: anode effect overvoltage in mV and current efficiency in per cent, 93 for 93 %. */
        record Overvoltage(BigDecimal millivolts, BigDecimal currentEfficiencyPercent) implements CellRecord {}
    }
}
