// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.method;

import java.util.List;
import java.util.Optional;
import org.tanma.carbon.quantity.Dimension;

/** Finds the parameters of one reading, and notes every one that is missing. */
public interface ParameterLookup {
    /**
     * A parameter in the dimension a calculation needs.
     *
     * @param parameter which
     * @param dimension what it must measure
     */
    record Need(Parameter parameter, Dimension dimension) {}

    /** All of them, or empty if at least one is missing; each missing one has then been noted, not only the first. */
    Optional<ParameterSet> require(List<Need> needs);
}
