// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.quantity;

import java.util.List;

/**
 * A simple (not composed) unit with the ways people write it.
 *
 * @param unit the unit under its preferred symbol
 * @param otherWritings further accepted writings, matched exactly
 */
public record UnitDefinition(Unit unit, List<String> otherWritings) {
    public UnitDefinition {
        otherWritings = List.copyOf(otherWritings);
    }
}
