// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.cbam;

import org.jspecify.annotations.Nullable;
import org.tanma.carbon.quantity.Quantity;

/**
 * Waste gas that crosses the boundary of a process: in, it counts as natural gas; out, as natural gas times 0.667.
 *
 * @param direction which way
 * @param amount energy, or normal volume or mass with {@code netCalorificValue}
 * @param netCalorificValue energy per amount; null where the amount is energy
 * @param evidence the document behind it
 */
public record WasteGasFlow(
        EnergyFlow.Direction direction,
        Quantity amount,
        @Nullable Quantity netCalorificValue,
        String evidence) {}
