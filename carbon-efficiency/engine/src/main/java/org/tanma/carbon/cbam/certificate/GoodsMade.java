// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.cbam.certificate;

import java.util.Optional;
import org.tanma.carbon.quantity.Quantity;

/** The goods that an installation of the same request makes. */
@FunctionalInterface
public interface GoodsMade {
    /**
     * A good, as certificates see it; empty if there is none or its free allocation is not known, which is then noted.
     *
     * @param process id of its process
     * @param year year of import
     * @param path where in the request
     */
    Optional<Made> find(String process, int year, String path);

    /**
     * A good made.
     *
     * @param embedded embedded emissions that count, tCO2e/t
     * @param freeAllocation free allocation, precursors included, tCO2e/t
     * @param node id of the trace node of {@code embedded}
     */
    record Made(Quantity embedded, Quantity freeAllocation, String node) {}
}
