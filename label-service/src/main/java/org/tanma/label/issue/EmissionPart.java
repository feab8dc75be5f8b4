// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.issue;

/**
 * One part of the total.
 *
 * @param scope 1 direct, 2 purchased energy
 * @param amount in {@link Figure#T_CO2E}
 */
public record EmissionPart(int scope, BilingualText name, Figure amount) {
    public EmissionPart {
        if (scope != 1 && scope != 2) {
            throw new IllegalArgumentException("part '" + name.en() + "' has scope " + scope + "; allowed: 1, 2");
        }
        amount.require(Figure.T_CO2E, "part '" + name.en() + "'");
    }
}
