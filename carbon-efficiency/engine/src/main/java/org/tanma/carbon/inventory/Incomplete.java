// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.inventory;

import java.util.List;

/**
 * No inventory could be made.
 *
 * @param missing everything that stands in the way, at least one, by path
 */
public record Incomplete(List<Missing> missing) implements InventoryOutcome {
    public Incomplete {
        missing = missing.stream().sorted().distinct().toList();
        if (missing.isEmpty()) {
            throw new IllegalArgumentException("incomplete for no reason");
        }
    }
}
