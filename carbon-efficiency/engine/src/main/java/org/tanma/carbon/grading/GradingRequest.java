// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.grading;

import org.jspecify.annotations.Nullable;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.inventory.InventoryOutcome;
import org.tanma.carbon.quantity.Quantity;

/**
 * All that a grade is computed from.
 *
 * @param scheme scheme edition
 * @param inventory the inventory, or why there is none
 * @param industry GB/T 4754 code of the enterprise
 * @param valueAdded value added of the year by the income method, money; null if not given
 * @param deductions what is subtracted and offset, explicit zeros included
 * @param peers the peers, or null if none are known
 */
public record GradingRequest(
        EditionRef scheme,
        InventoryOutcome inventory,
        String industry,
        @Nullable Quantity valueAdded,
        Deductions deductions,
        @Nullable PeerSet peers) {}
