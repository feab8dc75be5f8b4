// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.cbam;

import org.jspecify.annotations.Nullable;
import org.tanma.carbon.method.TraceNode;
import org.tanma.carbon.quantity.Quantity;

/**
 * What one source emits.
 *
 * @param of the source
 * @param kind what sort of gas it is summed under
 * @param fossil tCO2e
 * @param biogenic tCO2
 * @param energy energy of what is burnt, GJ; null where there is none
 * @param trace how it was formed
 */
record SourceEmission(
        EmissionSource of,
        Kind kind,
        Quantity fossil,
        Quantity biogenic,
        @Nullable Quantity energy,
        TraceNode trace) {
    /** Sums by gas. */
    enum Kind {
        CO2,
        N2O,
        PFC
    }
}
