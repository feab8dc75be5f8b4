// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.portrait;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.service.evaluate.EnterpriseProfile;
import org.tanma.carbon.service.evaluate.EvaluationResult.Amount;
import org.tanma.carbon.text.LocalText;

/**
 * The portrait of an enterprise's year. Figures are exact decimal text; nothing of a single peer is in it.
 *
 * @param evaluation id of the evaluation it is drawn from
 * @param gradeRank 1 to 5; null when not graded
 * @param energy carriers, largest first; empty where {@code energyNotTold} names something
 * @param energyNotTold sources of which the evaluation does not tell how much energy they used
 * @param notices what a reader should know
 */
public record Portrait(
        EnterpriseProfile enterprise,
        LocalText industry,
        int year,
        String evaluation,
        String evaluatedAt,
        Amount total,
        Amount scope1,
        Amount scope2,
        @Nullable Integer gradeRank,
        List<Dimension> dimensions,
        List<EnergyLine> energy,
        List<String> energyNotTold,
        VerificationView verification,
        WarningCounts warnings,
        List<LocalText> notices) {
    public Portrait {
        dimensions = List.copyOf(dimensions);
        energy = List.copyOf(energy);
        energyNotTold = List.copyOf(energyNotTold);
        notices = List.copyOf(notices);
    }

    /** One side of the portrait. */
    public record Dimension(String code, LocalText label, List<Line> figures) {}

    /**
     * One figure with its place among peers.
     *
     * @param better {@code lower}, {@code higher} or {@code neither}
     * @param value null when it cannot be said
     * @param whyNot null when there is a value
     */
    public record Line(
            String measure,
            LocalText label,
            LocalText definition,
            String unit,
            String better,
            @Nullable String value,
            @Nullable LocalText whyNot,
            Position position) {}

    /**
     * Where a figure stands.
     *
     * @param status {@code ranked}, {@code too-few-peers} or {@code no-figure}
     * @param peers how many there are to compare with, itself not counted
     * @param rank 1 for the best; null unless ranked
     * @param percentile part of the peers, of 100, that it is better than; null unless ranked
     * @param mean the peers' mean; null unless ranked
     * @param among who the peers are
     */
    public record Position(
            String status,
            int peers,
            @Nullable Integer rank,
            @Nullable String percentile,
            @Nullable String mean,
            LocalText among) {}

    /** One carrier of energy; {@code share} is of 100 and null where more is passed on than bought. */
    public record EnergyLine(
            String carrier,
            String group,
            LocalText groupLabel,
            Amount energy,
            String standardCoalTce,
            @Nullable String sharePercent,
            String quality) {}

    /**
     * What is known of the verification.
     *
     * @param state {@code not-verified}, {@code confirmed}, {@code confirmed-with-reservations} or {@code refused}
     * @param evaluationAgeDays whole days since the evaluation
     * @param newestFigureAgeDays whole days since the newest figure of the year was reported; null when none is
     * @param isOutdated true when figures were reported after the evaluation
     */
    public record VerificationView(
            String state,
            LocalText label,
            @Nullable Verification statement,
            long evaluationAgeDays,
            @Nullable Long newestFigureAgeDays,
            boolean isOutdated) {}

    /** How many warnings of the year are in which state. */
    public record WarningCounts(
            int raised,
            int acknowledged,
            int cleared,
            @Nullable String checkedAt) {}
}
