// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.regrade;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a regrading found for one enterprise: exact figures as decimal text, nothing rounded.
 *
 * @param outcome one of the constants here
 * @param peers edition of the peer set; null when there is none
 * @param inputsDigest {@code sha256:} of the enterprise, the rules with all data editions, and its newest entries with their
 *     versions
 * @param entries how many entries it is computed from
 * @param totals null unless the inventory is whole
 * @param graded null unless graded
 * @param reasons codes of why there is no grade; empty when graded
 * @param missing where the inventory lacks something, at most {@value #MOST_MISSING} places
 * @param missingCount how many places there are
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RegradedResult(
        String enterprise,
        String industry,
        String region,
        int year,
        String method,
        String gwpSet,
        String scheme,
        @Nullable String peers,
        String inputsDigest,
        int entries,
        String outcome,
        @Nullable Totals totals,
        @Nullable Graded graded,
        List<String> reasons,
        List<String> missing,
        int missingCount) {
    public static final String GRADED = "graded";
    public static final String NOT_GRADABLE = "not-gradable";
    public static final String INCOMPLETE = "incomplete";
    /** The entries could not be understood, as when a kind of activity data is no longer known; {@code missing} says why. */
    public static final String UNREADABLE = "unreadable";

    static final int MOST_MISSING = 20;

    public RegradedResult {
        reasons = List.copyOf(reasons);
        missing = List.copyOf(missing);
    }

    /**
     * The sums of the inventory.
     *
     * @param totalTco2e scope 1 and scope 2
     * @param quality the least established of the factors used
     */
    public record Totals(
            String totalTco2e,
            String scope1Tco2e,
            String scope2Tco2e,
            String energyTco2,
            String processTco2,
            String fuelGj,
            String quality) {}

    /**
     * The grade.
     *
     * @param counted the emissions the scheme counts, tCO2 or tCO2e as the scheme says; {@code net} the same after deductions
     * @param denominator what they are divided by, with its unit
     * @param intensity L with its unit; {@code level} its rank
     * @param average the reference, in the unit of L
     * @param ratio K; {@code grade} its rank, 1 the best
     */
    public record Graded(
            String counted,
            String net,
            String denominator,
            String intensity,
            int level,
            String average,
            String ratio,
            int grade) {}

    int rank() {
        Graded known = graded;
        return known == null ? 0 : known.grade();
    }
}
