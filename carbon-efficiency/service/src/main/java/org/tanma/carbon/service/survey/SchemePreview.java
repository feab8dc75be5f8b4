// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.survey;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.text.LocalText;

/**
 * A draft scheme applied to all enterprises of an industry that were evaluated for a year, beside the grades they have.
 *
 * @param scheme {@code name/edition} of the draft
 * @param draftVersion which version of the draft
 * @param draftDigest digest of its text
 * @param industry digits of GB/T 4754 that the enterprises share
 * @param peers {@code given}: the peer sets that regulators gave; {@code own}: formed from these evaluations
 * @param enterprises how many were evaluated
 * @param before how many have each grade as issued
 * @param after how many would have each grade
 * @param better how many would have a better grade
 * @param worse how many would have a worse one
 * @param newlyGraded how many would be graded that are not
 * @param noLongerGraded how many would not be graded that are
 * @param moves the enterprises that move, by handle
 * @param all every enterprise, by handle
 */
public record SchemePreview(
        String scheme,
        int draftVersion,
        String draftDigest,
        String industry,
        int year,
        String peers,
        int enterprises,
        List<GradeCount> before,
        List<GradeCount> after,
        int better,
        int worse,
        int newlyGraded,
        int noLongerGraded,
        List<Position> moves,
        @JsonIgnore List<Position> all) {
    public SchemePreview {
        before = List.copyOf(before);
        after = List.copyOf(after);
        moves = List.copyOf(moves);
        all = List.copyOf(all);
    }

    /**
     * How many enterprises have a grade.
     *
     * @param rank 1 is the best; 0 for those that have none
     */
    public record GradeCount(int rank, LocalText label, int enterprises) {}

    /**
     * An enterprise before and after. Ratios and intensities are decimal text, unrounded.
     *
     * @param before rank as issued; null when not graded
     * @param after rank by the draft; null when not graded
     * @param ratioBefore K as issued
     * @param ratioAfter K by the draft
     * @param intensityAfter L by the draft, with its unit
     * @param toBetter emissions to be saved for the next better grade by the draft, with unit
     * @param reasons why the draft gives no grade, as codes
     */
    public record Position(
            String enterprise,
            String nameZh,
            String nameEn,
            @Nullable Integer before,
            @Nullable Integer after,
            @Nullable String ratioBefore,
            @Nullable String ratioAfter,
            @Nullable String intensityAfter,
            @Nullable String toBetter,
            List<String> reasons) {
        public Position {
            reasons = List.copyOf(reasons);
        }

        boolean isMoved() {
            return before == null ? after != null : !before.equals(after);
        }
    }
}
