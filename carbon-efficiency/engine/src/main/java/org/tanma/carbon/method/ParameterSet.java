// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.method;

import java.util.List;
import org.tanma.carbon.quantity.Quantity;

/**
 * The parameters found for one reading.
 *
 * @param inputs in the order they were asked for
 */
public record ParameterSet(List<TraceInput> inputs) {
    public ParameterSet {
        inputs = List.copyOf(inputs);
    }

    /** The value of a parameter that was asked for; throws if it was not. */
    public Quantity get(Parameter parameter) {
        for (TraceInput input : inputs) {
            if (input.symbol().equals(parameter.symbol())) {
                return input.value();
            }
        }
        throw new IllegalStateException(parameter.code() + " was not asked for");
    }
}
