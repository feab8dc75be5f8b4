// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.analysis;

import org.jspecify.annotations.Nullable;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.text.LocalText;

/**
 * What changed in one source. {@code change = byActivity + byFactor + byBoundary}, to the last digit.
 *
 * @param amountBefore null where the source was not there before
 * @param amountAfter null where it is there no longer
 * @param emissionBefore tCO2e; 0 where it was not there
 * @param emissionAfter tCO2e
 * @param change tCO2e
 * @param byActivity because more or less was used, tCO2e
 * @param byFactor because a unit of it emits more or less, tCO2e
 * @param byBoundary because the source is new, has ended, or is measured in another dimension, tCO2e
 */
public record LineChange(
        String source,
        String activity,
        LocalText label,
        int scope,
        @Nullable Quantity amountBefore,
        @Nullable Quantity amountAfter,
        Quantity emissionBefore,
        Quantity emissionAfter,
        Quantity change,
        Quantity byActivity,
        Quantity byFactor,
        Quantity byBoundary) {}
