// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.cbam;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.inventory.MeasuredValue;
import org.tanma.carbon.method.Parameter;
import org.tanma.carbon.quantity.Quantity;

/**
 * A fuel or material whose emissions are calculated.
 *
 * @param source the installation's name for it
 * @param kind term of the method: {@code combustion}, {@code process}, {@code mass-balance}
 * @param item what it is, as in the fuel or carbonate set; empty where all parameters are measured
 * @param amount what was used; negative for carbon leaving in a mass balance
 * @param measured measured parameters
 * @param isWasteGas whether it is a waste gas: burnt for heat, it counts no more than natural gas would
 * @param meter meter reference, or null
 * @param evidenceDigest digest of the document behind it, or null
 * @param attribution where its emissions belong
 */
public record SourceStream(
        String source,
        String kind,
        String item,
        Quantity amount,
        Map<Parameter, MeasuredValue> measured,
        boolean isWasteGas,
        @Nullable String meter,
        @Nullable String evidenceDigest,
        Attribution attribution)
        implements EmissionSource {
    public SourceStream {
        measured = Map.copyOf(measured);
    }
}
