// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.cbam;

import java.math.BigDecimal;
import org.tanma.carbon.cbam.goods.CbamGood;
import org.tanma.carbon.method.TraceNode;
import org.tanma.carbon.quantity.Quantity;

/**
 * What is attributed to a process, its precursors apart.
 *
 * @param process the process
 * @param good what its code belongs to
 * @param direct attributed direct emissions, tCO2e, not below 0
 * @param parts what direct is made of
 * @param indirect attributed indirect emissions, tCO2e
 * @param electricity electricity used, GJ
 * @param directTrace how direct was formed
 * @param indirectTrace how indirect was formed
 */
record ProcessEmissions(
        ProductionProcess process,
        CbamGood good,
        Quantity direct,
        CbamResult.Parts parts,
        Quantity indirect,
        Quantity electricity,
        TraceNode directTrace,
        TraceNode indirectTrace) {
    /** Indirect emissions that count: none where only direct ones do. */
    BigDecimal countedIndirect() {
        return good.isDirectOnly() ? BigDecimal.ZERO : indirect.coherentAmount();
    }
}
