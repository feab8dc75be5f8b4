// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.inventory;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.factor.FactorMatch;
import org.tanma.carbon.factor.Geography;
import org.tanma.carbon.factor.Quality;
import org.tanma.carbon.method.LazyList;
import org.tanma.carbon.method.TraceNode;
import org.tanma.carbon.text.LocalText;

/**
 * The emissions of one subject in one year, with all that they follow from. Nothing in it is rounded.
 *
 * @param request what it was computed from
 * @param method the method edition
 * @param fuelSet the one fuel set used, null if the method needs none
 * @param gwpSet the GWP edition
 * @param geography the place asked about
 * @param totals the sums
 * @param sources one line per source and activity, the largest first
 * @param periods one line per period, in order of time
 * @param intensity per unit produced, null if no activity level was given
 * @param factors every factor used, by edition and id
 * @param quality the least established of the factors used
 * @param absentTerms terms declared absent, sorted
 * @param notCovered sources of emission that the method does not compute
 * @param notices what a reader should know, such as unverified factors
 * @param trace the tree from the total to each reading
 * @param valueChain scope 3, which is not in the total; null where nothing of it was reported
 */
public record Inventory(
        InventoryRequest request,
        EditionRef method,
        @Nullable EditionRef fuelSet,
        EditionRef gwpSet,
        Geography geography,
        InventoryTotals totals,
        List<SourceTotal> sources,
        List<PeriodTotal> periods,
        @Nullable Intensity intensity,
        List<FactorMatch> factors,
        Quality quality,
        List<String> absentTerms,
        List<LocalText> notCovered,
        List<LocalText> notices,
        TraceNode trace,
        @Nullable ValueChain valueChain)
        implements InventoryOutcome {
    public Inventory {
        sources = LazyList.copyOf(sources);
        periods = LazyList.copyOf(periods);
        factors = List.copyOf(factors);
        absentTerms = List.copyOf(absentTerms);
        notCovered = List.copyOf(notCovered);
        notices = List.copyOf(notices);
    }

    /** The biggest causes: the sources that add most, at most {@code limit} of them. */
    public List<SourceTotal> hotspots(int limit) {
        return sources.stream()
                .filter(source -> source.emission().signum() > 0)
                .limit(limit)
                .toList();
    }

    public String subject() {
        return request.subject();
    }

    public int year() {
        return request.year();
    }
}
