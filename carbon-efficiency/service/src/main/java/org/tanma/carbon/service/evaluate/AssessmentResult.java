// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.evaluate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.service.evaluate.EvaluationResult.Amount;
import org.tanma.carbon.text.LocalText;

/** How far a result can be relied on: completeness, quality of data, uncertainty; the formulas are in docs/carbon/inventory.md. */
public record AssessmentResult(CompletenessLine completeness, QualityLine dataQuality, UncertaintyLine uncertainty) {
    /** Answered terms × reported months, each of what the method asks for; {@code share} is a part of 1. */
    public record CompletenessLine(
            int answeredTerms, int requiredTerms, int reportedMonths, int expectedMonths, String share) {}

    /**
     * Points of 100.
     *
     * @param unknownAmounts part of the emissions, of 1, of which it is not known how the amounts came to be known
     */
    public record QualityLine(String score, String unknownAmounts, List<ScoreLine> sources) {}

    /** Points of one source, with the parts that apply to it. */
    public record ScoreLine(
            String source,
            String kind,
            String weight,
            String amounts,
            String evidence,
            @Nullable String parameters,
            @Nullable String timeliness,
            String score) {}

    /**
     * Uncertainty by propagation of error: half the 95 % interval in per cent, and the interval.
     *
     * @param defaults edition of the default uncertainties
     * @param percent null when the total is 0
     * @param inputs the figures that cause it, the largest first
     */
    public record UncertaintyLine(
            String defaults,
            @Nullable String percent,
            Amount lower,
            Amount upper,
            List<SourceUncertaintyLine> sources,
            List<InputLine> inputs) {}

    /** Uncertainty of one source; null when it emits nothing. */
    public record SourceUncertaintyLine(
            String source, String kind, @Nullable String percent) {}

    /**
     * One figure that causes uncertainty.
     *
     * @param basis {@code stated} or {@code default}
     * @param row of the default table; null when stated
     * @param quality of that row
     * @param varianceShare part of the variance, of 1
     */
    public record InputLine(
            LocalText label,
            String percent,
            String basis,
            @Nullable String row,
            @Nullable String quality,
            String varianceShare) {}
}
