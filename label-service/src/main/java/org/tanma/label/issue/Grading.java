// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.issue;

import org.jspecify.annotations.Nullable;

/**
 * How good it is: level, grade and share, and the figures they follow from.
 *
 * <p>Contract: level and grade are what the scheme's bounds say of {@code intensity} and {@code ratio}; anything else throws
 * {@link IllegalArgumentException}, so that a code never contradicts itself.
 *
 * @param valueAdded in {@link Figure#TEN_THOUSAND_CNY}
 * @param intensity L, in {@link Figure#T_CO2E_PER_TEN_THOUSAND_CNY}
 * @param peerMean mean of the industry, in the same unit
 * @param peerCount enterprises in that mean
 * @param peerYear year of that mean
 * @param ratio K, intensity over peer mean
 * @param efficiencyGrade 1 best to 5
 * @param carbonNeutralSharePercent share of emissions neutralised, in percent; null when none was evaluated
 */
public record Grading(
        Figure valueAdded,
        Figure intensity,
        Figure peerMean,
        int peerCount,
        int peerYear,
        String ratio,
        CarbonLevel level,
        int efficiencyGrade,
        @Nullable String carbonNeutralSharePercent,
        GradingScheme scheme) {
    public Grading {
        valueAdded.require(Figure.TEN_THOUSAND_CNY, "value added");
        intensity.require(Figure.T_CO2E_PER_TEN_THOUSAND_CNY, "intensity L");
        peerMean.require(Figure.T_CO2E_PER_TEN_THOUSAND_CNY, "the peer mean");
        requireClass("level", scheme.levelOf(intensity.decimal()), level, "L = " + intensity.value());
        requireClass("grade", scheme.gradeOf(Figure.decimal(ratio)), efficiencyGrade, "K = " + ratio);
        if (carbonNeutralSharePercent != null) {
            Figure.decimal(carbonNeutralSharePercent);
        }
    }

    private static void requireClass(String what, Object due, Object given, String because) {
        if (!due.equals(given)) {
            throw new IllegalArgumentException(
                    "the " + what + " given is " + given + ", but " + because + " makes it " + due);
        }
    }
}
