// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.method;

import java.util.List;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.text.LocalText;

/**
 * One figure with how it was formed: a node of the tree from the total down to each reading.
 *
 * @param id path-like name, unique in the tree: {@code total/scope-1/fuel/KILN-1/2025-03}
 * @param label what it is
 * @param formula how it follows from the inputs or the children
 * @param inputs figures that entered here; empty for sums
 * @param value the figure
 * @param children what was summed; empty for a reading
 */
public record TraceNode(
        String id, LocalText label, String formula, List<TraceInput> inputs, Quantity value, List<TraceNode> children) {
    public TraceNode {
        inputs = List.copyOf(inputs);
        children = LazyList.copyOf(children);
    }
}
