// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.issue;

import java.util.List;

/**
 * The year's emissions and what they are made of.
 *
 * @param total in {@link Figure#T_CO2E}
 * @param parts at least one, in the order to be shown
 */
public record EmissionTotals(Figure total, List<EmissionPart> parts) {
    public EmissionTotals {
        total.require(Figure.T_CO2E, "the total");
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a total without parts cannot be shown on a code");
        }
    }
}
