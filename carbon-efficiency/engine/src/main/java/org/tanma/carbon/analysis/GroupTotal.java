// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.analysis;

import org.jspecify.annotations.Nullable;
import org.tanma.carbon.quantity.Quantity;

/**
 * What the sources of one site, process or device emitted together.
 *
 * @param name of the site, process or device; null for the sources of which it is not known
 * @param sources how many lines of the inventory, at least 1
 * @param scope1 tCO2e
 * @param scope2 tCO2e
 * @param total both, tCO2e
 * @param share of the inventory's total, a pure number; 0 when the total is 0
 */
public record GroupTotal(
        @Nullable String name, int sources, Quantity scope1, Quantity scope2, Quantity total, Quantity share) {
    public boolean isKnown() {
        return name != null;
    }
}
