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
    /** Most digits of a figure that comes from outside: products of several still fit a {@link Quantity}. */
    static final int MAX_DIGITS = 100;

    public MeasuredValue {
        requireShort(value);
        if (evidence.isBlank()) {
            throw new IllegalArgumentException("a measured value names its evidence");
        }
    }

    static void requireShort(Quantity quantity) {
        if (!quantity.hasAtMostDigits(MAX_DIGITS)) {
            throw new IllegalArgumentException("a reading has at most " + MAX_DIGITS + " digits");
        }
    }
}
