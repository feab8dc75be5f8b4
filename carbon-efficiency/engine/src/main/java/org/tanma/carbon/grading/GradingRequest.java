// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.grading;

import org.jspecify.annotations.Nullable;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.inventory.Inventory;
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
 * @param region code of GB/T 2260 of the enterprise; null if not given
 * @param size its size class; null if not given
 * @param energy its comprehensive energy consumption of the year, energy; null if not given
 */
public record GradingRequest(
        EditionRef scheme,
        InventoryOutcome inventory,
        String industry,
        @Nullable Quantity valueAdded,
        Deductions deductions,
        @Nullable PeerSet peers,
        @Nullable String region,
        @Nullable SizeClass size,
        @Nullable Quantity energy) {
    /** For schemes that divide by value added or output and take peers of the whole country and any size. */
    public GradingRequest(
            EditionRef scheme,
            InventoryOutcome inventory,
            String industry,
            @Nullable Quantity valueAdded,
            Deductions deductions,
            @Nullable PeerSet peers) {
        this(scheme, inventory, industry, valueAdded, deductions, peers, null, null, null);
    }

    /** The amount that emissions are divided by; null if it was not given. */
    @Nullable
    Quantity denominator(GradingScheme.Denominator kind) {
        return switch (kind) {
            case VALUE_ADDED -> valueAdded;
            case ENERGY -> energy;
            case OUTPUT ->
                inventory instanceof Inventory whole ? whole.request().activityLevel() : null;
        };
    }
}
