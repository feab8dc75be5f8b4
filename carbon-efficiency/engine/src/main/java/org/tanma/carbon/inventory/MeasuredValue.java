// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.inventory;

import org.tanma.carbon.quantity.Quantity;

/**
 * A parameter that the enterprise measured or declares.
 *
 * @param value figure and unit
 * @param evidence the laboratory report or declaration behind it, as text or digest; not blank
 */
public record MeasuredValue(Quantity value, String evidence) {
    public MeasuredValue {
        if (evidence.isBlank()) {
            throw new IllegalArgumentException("a measured value names its evidence");
        }
    }
}
