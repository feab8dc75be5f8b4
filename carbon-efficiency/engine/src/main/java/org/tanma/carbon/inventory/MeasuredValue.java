// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.inventory;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.quantity.Quantity;

/**
 * A parameter that the enterprise measured or declares.
 *
 * @param value figure and unit
 * @param evidence the laboratory report or declaration behind it, as text or digest; not blank
 * @param uncertaintyPercent half the 95 % confidence interval in per cent of the value, 0 to 1000; null if not known
 */
public record MeasuredValue(
        Quantity value, String evidence, @Nullable BigDecimal uncertaintyPercent) {
    /** Most digits of a figure that comes from outside: products of several still fit a {@link Quantity}. */
    static final int MAX_DIGITS = 100;

    public MeasuredValue {
        requireShort(value);
        if (evidence.isBlank()) {
            throw new IllegalArgumentException("a measured value names its evidence");
        }
        SourceDetail.requirePercent(uncertaintyPercent);
    }

    /** A value of which the uncertainty is not known. */
    public MeasuredValue(Quantity value, String evidence) {
        this(value, evidence, null);
    }

    static void requireShort(Quantity quantity) {
        if (!quantity.hasAtMostDigits(MAX_DIGITS)) {
            throw new IllegalArgumentException("a reading has at most " + MAX_DIGITS + " digits");
        }
    }
}
