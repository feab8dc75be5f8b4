// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.report.content;

import java.util.List;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.text.LocalText;

/**
 * One figure with how it was formed; the tree of them is the trace of a result.
 *
 * @param id unique in the tree, for example {@code total/scope-1/fuel/KILN-1/2025-03}
 * @param formula as the method has it, or a sum over the children
 * @param inputs what entered here; empty for sums
 * @param children what was summed; empty for a reading
 */
public record Step(
        String id, LocalText label, String formula, List<Input> inputs, Quantity value, List<Step> children) {
    /** The value of {@code origin} for activity data, as opposed to measured values, factors and constants. */
    public static final String READING = "reading";

    /** The value of {@code origin} for what follows from the step above. */
    public static final String COMPUTED = "computed";

    public Step {
        inputs = List.copyOf(inputs);
        children = List.copyOf(children);
    }

    /**
     * One figure that entered a formula.
     *
     * @param symbol as in the formula
     * @param origin {@code reading}, {@code measured}, {@code assumed}, {@code factor}, {@code computed} or {@code method}
     * @param reference where it comes from, in words and codes
     */
    public record Input(String symbol, LocalText label, Quantity value, String origin, String reference) {
        public boolean isReading() {
            return origin.equals(READING);
        }
    }
}
