// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.uncertainty;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.inventory.ActivityId;
import org.tanma.carbon.quantity.Quantity;

/**
 * How uncertain the emission of one source is.
 *
 * @param emission tCO2e in the year
 * @param percent half the 95 % interval in per cent of it; null when the emission is 0
 */
public record SourceUncertainty(
        String source,
        ActivityId activity,
        Quantity emission,
        @Nullable BigDecimal percent) {}
