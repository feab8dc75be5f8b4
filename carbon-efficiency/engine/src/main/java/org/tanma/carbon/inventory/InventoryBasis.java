// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.inventory;

import org.jspecify.annotations.Nullable;
import org.tanma.carbon.factor.EditionRef;

/**
 * The rules an inventory is made by; all of them are named in the result.
 *
 * @param method method edition
 * @param fuelSet edition of fuel parameters, one for the whole inventory; null for the method's preferred one
 * @param gwpSet GWP edition, for example {@code gwp/ar5}; null for the one the method names
 * @param geography id of a place or a six-digit GB/T 2260 division code
 * @param valueChain edition of the terms of scope 3, for example {@code value-chain/2026}; null where nothing of scope 3
 *     is reported
 */
public record InventoryBasis(
        EditionRef method,
        @Nullable EditionRef fuelSet,
        @Nullable EditionRef gwpSet,
        String geography,
        @Nullable EditionRef valueChain) {
    /** Rules without scope 3. */
    public InventoryBasis(
            EditionRef method, @Nullable EditionRef fuelSet, @Nullable EditionRef gwpSet, String geography) {
        this(method, fuelSet, gwpSet, geography, null);
    }
}
