// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.regrade.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.service.regrade.Regrading;
import org.tanma.carbon.service.regrade.RegradingRules;
import org.tanma.carbon.service.regrade.RegradingState;
import org.tanma.carbon.text.LocalText;

/**
 * A regrading and how far it is.
 *
 * @param outcome {@code running}, {@code done}, {@code failed} or {@code superseded}
 * @param note what that means, unless it is running or done
 * @param cause what went wrong, in the words of whatever failed; absent unless it failed
 * @param chunksDone of {@code chunks}: ranges of handles whose results are on disk
 * @param enterprises of the industry, with figures of the year, so far
 * @param tallies results so far by outcome and grade
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RegradingAnswer(
        String id,
        String industry,
        int year,
        RegradingRules rules,
        String askedBy,
        Instant askedAt,
        @Nullable Instant endedAt,
        String outcome,
        @Nullable LocalText note,
        @Nullable String cause,
        int chunks,
        int chunksDone,
        long enterprises,
        long entries,
        List<RegradingState.Tally> tallies) {
    private static final LocalText FAILED = new LocalText(
            "重评未能完成；已完成的结果保留，可再次提交。", "It could not be finished; results already kept stay. Ask for another.");
    private static final LocalText SUPERSEDED = new LocalText(
            "重评中断期间，方法、评价方案、同行数据或因子版本已变更；请再次提交。",
            "Method, scheme, peers or factor editions changed while it was interrupted. Ask for another.");

    public RegradingAnswer {
        tallies = List.copyOf(tallies);
    }

    static RegradingAnswer of(RegradingState state) {
        Regrading regrading = state.regrading();
        return new RegradingAnswer(
                regrading.id(),
                regrading.industry(),
                regrading.year(),
                regrading.rules(),
                regrading.askedBy(),
                regrading.askedAt(),
                state.endedAt(),
                state.outcome(),
                note(state.outcome()),
                state.reason().isEmpty() ? null : state.reason(),
                state.chunks(),
                state.chunksDone(),
                state.enterprises(),
                state.entries(),
                state.tallies());
    }

    private static @Nullable LocalText note(String outcome) {
        return switch (outcome) {
            case RegradingState.FAILED -> FAILED;
            case RegradingState.SUPERSEDED -> SUPERSEDED;
            default -> null;
        };
    }
}
