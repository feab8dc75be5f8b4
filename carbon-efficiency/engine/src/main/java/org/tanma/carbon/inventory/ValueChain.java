// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.inventory;

import java.util.List;
import org.tanma.carbon.factor.FactorMatch;
import org.tanma.carbon.method.TraceNode;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.text.LocalText;

/**
 * Emissions of scope 3, as far as they were reported. They stand beside an inventory and never enter its total, its
 * intensity or a grade.
 *
 * @param total tCO2e
 * @param sources one line per source and activity, the largest first; shares are of {@code total}
 * @param factors every factor used, by edition and id
 * @param notices which months are not reported, source by source
 * @param trace the tree from the total to each reading
 */
public record ValueChain(
        Quantity total,
        List<SourceTotal> sources,
        List<FactorMatch> factors,
        List<LocalText> notices,
        TraceNode trace) {
    public ValueChain {
        sources = List.copyOf(sources);
        factors = List.copyOf(factors);
        notices = List.copyOf(notices);
    }
}
