// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.evaluate;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.text.LocalText;

/**
 * Inventory and grade of one enterprise and year, as stored: exact figures as decimal text, nothing rounded.
 *
 * @param industry name of the industry class
 * @param place name of the place whose factors were used
 * @param activityLevel amount produced and emission per unit of it; null when no output was reported
 * @param sources largest first
 * @param months in order of time
 * @param factors every factor used
 * @param notCovered sources of emission the method does not compute
 * @param notices what a reader should know, such as unverified factors
 * @param trace the tree from the total down to each reading
 * @param physicalGrades grades of products by their energy, by product; empty when none was asked for
 * @param gases the total by gas; null where it is CO2 alone
 * @param breakdown the total by site, process and device; null where nothing is known of the sources
 * @param valueChain scope 3, in no total and no grade; null where nothing of it was reported
 * @param assessment how far the result can be relied on; null where the inputs name no default uncertainties
 */
public record EvaluationResult(
        EnterpriseProfile enterprise,
        LocalText industry,
        LocalText place,
        int year,
        Editions editions,
        Totals totals,
        @Nullable ActivityLevel activityLevel,
        List<SourceLine> sources,
        List<MonthLine> months,
        List<FactorLine> factors,
        List<String> absentTerms,
        List<LocalText> notCovered,
        List<LocalText> notices,
        GradeResult grade,
        TraceLine trace,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<PhysicalGradeResult> physicalGrades,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<GasLine> gases,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable BreakdownResult breakdown,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ValueChainResult valueChain,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable AssessmentResult assessment) {
    public EvaluationResult {
        physicalGrades = physicalGrades == null ? List.of() : List.copyOf(physicalGrades);
    }

    /** A figure with its unit. */
    public record Amount(String value, String unit) {}

    /**
     * What it was computed with, each as {@code name/edition}.
     *
     * @param fuelSet null when the method needs none
     * @param factorSets every data edition a factor was taken from
     * @param peers null when there was no peer set
     */
    public record Editions(
            String method,
            LocalText methodTitle,
            @Nullable String fuelSet,
            String gwpSet,
            List<String> factorSets,
            String scheme,
            @Nullable String peers) {}

    /** The sums, in tCO2e, tCO2 or GJ as each says. */
    public record Totals(
            Amount total,
            Amount scope1,
            Amount scope2,
            Amount energyCo2,
            Amount processCo2,
            Amount biogenicCo2,
            Amount fuelEnergy) {}

    /** What one gas adds to the total: its mass, and the same in CO2e. */
    public record GasLine(String gas, Amount mass, Amount co2e) {}

    /** Output of the year and emission per unit of it. */
    public record ActivityLevel(Amount output, Amount direct, Amount indirect, Amount total) {}

    /** What one source added; {@code share} is a part of 1. */
    public record SourceLine(
            String source, String kind, LocalText label, int scope, Amount amount, Amount emission, String share) {}

    /** The emission of one month. */
    public record MonthLine(String month, Amount emission) {}

    /**
     * One factor used.
     *
     * @param fallback how wide a place it holds for, against the place asked about
     * @param yearsEarlier how many years before the year reported it ended; 0 when it held
     */
    public record FactorLine(
            String edition,
            String id,
            String activity,
            String geography,
            Amount value,
            String sourceRef,
            String pageOrTable,
            String quality,
            String fallback,
            int yearsEarlier) {}

    /** One figure that entered a formula, with where it comes from. */
    public record TraceInputLine(String symbol, LocalText label, Amount value, String origin, String reference) {}

    /** A node of the trace. */
    public record TraceLine(
            String id,
            LocalText label,
            String formula,
            List<TraceInputLine> inputs,
            Amount value,
            List<TraceLine> children) {}
}
