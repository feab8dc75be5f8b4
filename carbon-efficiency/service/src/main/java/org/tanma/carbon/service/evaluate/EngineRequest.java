// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.evaluate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.grading.Deductions;
import org.tanma.carbon.grading.PeerSet;
import org.tanma.carbon.inventory.InventoryRequest;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.text.LocalText;

/**
 * What the engine is asked, made from {@link EvaluationInputs}.
 *
 * @param valueAdded of the year; null when it was not reported, or not whole
 * @param valueAddedGaps why value added could not be used although something was reported
 * @param outputGaps the same for the output
 * @param peers null when there are none
 */
record EngineRequest(
        InventoryRequest inventory,
        @Nullable Quantity valueAdded,
        List<LocalText> valueAddedGaps,
        List<LocalText> outputGaps,
        Deductions deductions,
        @Nullable PeerSet peers) {
    EngineRequest {
        valueAddedGaps = List.copyOf(valueAddedGaps);
        outputGaps = List.copyOf(outputGaps);
    }
}
