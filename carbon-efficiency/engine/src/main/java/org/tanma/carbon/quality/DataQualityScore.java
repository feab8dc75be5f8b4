// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.quality;

import java.math.BigDecimal;
import java.util.List;

/**
 * How good the data are that an inventory of scope 1 and 2 rests on: 0 to 100 points.
 *
 * <p>Shape: {@code Σ weight × score} over the sources, the weight of a source being its part of the emissions. The points of
 * each part stand in {@link QualityPoints}; they are this node's choice, for no standard read gives any.
 *
 * @param score points of 100, six digits
 * @param sources one line per source and activity, in the order of their names
 * @param unknownAmounts part of the emissions, of 1, of which it is not known how the amounts came to be known
 */
public record DataQualityScore(BigDecimal score, List<SourceScore> sources, BigDecimal unknownAmounts) {
    public DataQualityScore {
        sources = List.copyOf(sources);
    }
}
