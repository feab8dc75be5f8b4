// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.regrade;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A regrading and how far it is.
 *
 * @param outcome {@code running}, {@code done}, {@code failed}, or {@code superseded} where rules changed while it was interrupted
 * @param reason what failed, in its own words; empty unless it failed
 * @param chunks ranges of handles to be gone through; 0 until they have been laid out
 * @param chunksDone how many of them are on disk
 * @param enterprises of the industry, with entries of the year, so far
 * @param entries read from the ledger so far
 * @param tallies results so far by outcome and grade
 * @param endedAt null while it runs
 */
public record RegradingState(
        Regrading regrading,
        String outcome,
        String reason,
        int chunks,
        int chunksDone,
        long enterprises,
        long entries,
        List<Tally> tallies,
        @Nullable Instant endedAt) {
    public static final String RUNNING = "running";
    public static final String DONE = "done";
    public static final String FAILED = "failed";
    public static final String SUPERSEDED = "superseded";

    public RegradingState {
        tallies = List.copyOf(tallies);
    }

    /**
     * How many enterprises came out alike.
     *
     * @param outcome of the result
     * @param grade rank, 1 the best; 0 without one
     */
    public record Tally(String outcome, int grade, long enterprises) {}
}
