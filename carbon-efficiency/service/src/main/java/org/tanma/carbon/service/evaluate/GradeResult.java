// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.evaluate;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.service.evaluate.EvaluationResult.Amount;
import org.tanma.carbon.text.LocalText;

/**
 * The grade, or why there is none.
 *
 * @param status {@code graded} or {@code not-gradable}
 * @param graded null unless graded
 * @param reasons every reason; empty when graded
 */
public record GradeResult(String status, @Nullable Graded graded, List<Reason> reasons) {
    public static final String GRADED = "graded";
    public static final String NOT_GRADABLE = "not-gradable";

    /**
     * One reason against a grade.
     *
     * @param code what sort
     * @param given what was given; empty if nothing
     * @param allowed what would do, in figures and codes that are the same in both languages; empty if it cannot be listed
     */
    public record Reason(String code, LocalText what, String given, String allowed) {}

    /**
     * A step of a scale.
     *
     * @param upperBound where it ends; belongs to it unless {@code boundExcluded}; null for the last
     * @param boundExcluded true when a value on the bound belongs to the next worse step; null when not
     */
    public record Step(
            int rank,
            LocalText label,
            @Nullable String upperBound,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Boolean boundExcluded) {
        /** A step that its bound belongs to. */
        public Step(int rank, LocalText label, @Nullable String upperBound) {
            this(rank, label, upperBound, null);
        }
    }

    /**
     * The scheme a grade was given by, with all its bounds.
     *
     * @param numerator {@code energy-co2} or {@code total}
     * @param levels scale of L
     * @param grades scale of K
     * @param validityMonths how long a grade may be shown after the year it is for
     * @param denominator {@code output} or {@code energy}; null for value added
     * @param reference percentile or benchmark that L is divided by; null for the weighted mean
     */
    public record Scheme(
            String edition,
            LocalText title,
            String numerator,
            String intensityUnit,
            List<Step> levels,
            List<Step> grades,
            int validityMonths,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String denominator,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String reference) {
        /** A scheme by value added and the weighted mean. */
        public Scheme(
                String edition,
                LocalText title,
                String numerator,
                String intensityUnit,
                List<Step> levels,
                List<Step> grades,
                int validityMonths) {
            this(edition, title, numerator, intensityUnit, levels, grades, validityMonths, null, null);
        }
    }

    /** The peers behind the average. */
    public record Peers(String edition, String industry, int year, int count, String source, boolean isDemonstration) {}

    /**
     * A grade with what it follows from.
     *
     * @param counted the emissions the scheme counts
     * @param net the same after deductions
     * @param notCounted emissions of the inventory that the scheme leaves out
     * @param intensity L
     * @param average L of the industry
     * @param ratio K, L over the average
     * @param neutralShare part of what is counted that is offset or replaced; of 1
     * @param toBetterGrade CO2 to be saved for the next better grade; null for the best
     * @param toBetterLevel the same for the level
     */
    public record Graded(
            Scheme scheme,
            Amount counted,
            Amount net,
            Amount notCounted,
            Amount valueAdded,
            Amount intensity,
            Step level,
            Amount average,
            String ratio,
            Step grade,
            String neutralShare,
            @Nullable Amount toBetterGrade,
            @Nullable Amount toBetterLevel,
            Peers peers) {}
}
