// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.cbam;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.method.TraceInput;
import org.tanma.carbon.quantity.Quantity;

/**
 * What a purchased precursor brings along, per tonne.
 *
 * @param id the precursor
 * @param direct tCO2e/t
 * @param indirect tCO2e/t
 * @param countedIndirect indirect emissions that count, tCO2e/t
 * @param electricity embedded electricity, GJ/t; null if not known
 * @param freeAllocation free allocation, tCO2e/t; null if not known
 * @param inputs figures it was formed from
 */
record PurchasedEmissions(
        String id,
        Quantity direct,
        Quantity indirect,
        Quantity countedIndirect,
        @Nullable Quantity electricity,
        @Nullable Quantity freeAllocation,
        List<TraceInput> inputs) {
    PurchasedEmissions {
        inputs = List.copyOf(inputs);
    }
}
