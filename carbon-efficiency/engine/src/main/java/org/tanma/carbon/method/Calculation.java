// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.method;

import java.util.List;
import java.util.Optional;
import org.tanma.carbon.quantity.Dimension;
import org.tanma.carbon.quantity.Quantity;

/** One kind of calculation: from an amount and its parameters to CO2. Stateless. */
public interface Calculation {
    /** The formula as it is printed in a trace, in the symbols of {@link Parameter}; AD is the amount read. */
    String formula();

    /** What the amount read may measure. */
    List<Dimension> activityDimensions();

    /** The parameters it asks for, in the order of the formula. */
    List<Parameter> parameters();

    /** Whether a negative amount has a meaning, such as carbon leaving in a product. */
    default boolean allowsNegative() {
        return false;
    }

    /**
     * The CO2 of one reading; empty if a parameter was not found, which the lookup has then noted.
     *
     * @param activity the amount read, of one of {@link #activityDimensions()}
     * @param lookup gives the parameters, each in the dimension asked for
     */
    Optional<Computed> compute(Quantity activity, ParameterLookup lookup);
}
