// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.method;

import java.util.List;
import java.util.Optional;
import org.tanma.carbon.quantity.Dimension;
import org.tanma.carbon.text.LocalText;

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

    /** The gas other than CO2 that the term or the item reported names; empty if none is known, which has then been noted. */
    Optional<Gas> gas();

    /**
     * True when sound figures are changed one by one to see what each of them does: they need not go together then, and
     * nothing is refused for it.
     */
    default boolean isTrial() {
        return false;
    }

    /**
     * Notes that figures, each sound by itself, do not go together.
     *
     * @param parameter the one to look at first
     * @param what what is wrong
     * @param given what they came to
     * @param allowed what would be accepted
     * @param hint how to mend it
     */
    void refuse(Parameter parameter, LocalText what, String given, String allowed, LocalText hint);
}
