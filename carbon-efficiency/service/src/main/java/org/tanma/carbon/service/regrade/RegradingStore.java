// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.regrade;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;
import org.tanma.carbon.service.evaluate.CanonicalJson;

/**
 * Regradings and what they found, in SQL.
 *
 * <p>Contract: a chunk's results are on disk, all of them and once, when {@link #finish} returns; nothing is changed or removed. Safe
 * between threads.
 */
public final class RegradingStore {
    private static final String COLUMNS = "id, industry, year, rules, asked_by, asked_at";
    private static final int MOST_LISTED = 100;

    private final Jdbi jdbi;

    public RegradingStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * A range of handles that is done as a whole.
     *
     * @param afterOne the handle before its first one; empty for the first chunk
     */
    record Chunk(int number, String afterOne, String lastOne) {}

    void store(Regrading regrading) {
        jdbi.useTransaction(h -> h.execute(
                "INSERT INTO regrading (" + COLUMNS + ") VALUES (?,?,?,?,?,?) ON CONFLICT (id) DO NOTHING",
                regrading.id(),
                regrading.industry(),
                regrading.year(),
                CanonicalJson.write(regrading.rules()),
                regrading.askedBy(),
                regrading.askedAt().toString()));
    }

    /** Keeps the division into chunks, unless there is one. */
    void layOut(String id, List<Chunk> chunks) {
        jdbi.useTransaction(h -> {
            PreparedBatch batch = h.prepareBatch(
                    "INSERT INTO regrading_chunk (regrading, number, after_one, last_one) VALUES (?,?,?,?)"
                            + " ON CONFLICT (regrading, number) DO NOTHING");
            for (Chunk chunk : chunks) {
                batch.add(id, chunk.number(), chunk.afterOne(), chunk.lastOne());
            }
            if (!chunks.isEmpty()) {
                batch.execute();
            }
        });
    }

    boolean isLaidOut(String id) {
        return count("regrading_chunk", id) > 0;
    }

    /** The chunks whose results are not on disk, in order. */
    List<Chunk> unfinished(String id) {
        return jdbi.withHandle(h -> h.createQuery("SELECT number, after_one, last_one FROM regrading_chunk c"
                        + " WHERE regrading = ? AND NOT EXISTS (SELECT 1 FROM regrading_chunk_done d"
                        + " WHERE d.regrading = c.regrading AND d.number = c.number) ORDER BY number")
                .bind(0, id)
                .map((row, context) ->
                        new Chunk(row.getInt("number"), row.getString("after_one"), row.getString("last_one")))
                .list());
    }

    /** Keeps a chunk's results, unless they are kept already. */
    void finish(String id, Chunk chunk, List<StoredResult> results, long entries, Instant now) {
        jdbi.useTransaction(h -> {
            int isFirst = h.execute(
                    "INSERT INTO regrading_chunk_done (regrading, number, enterprises, entries, done_at)"
                            + " VALUES (?,?,?,?,?) ON CONFLICT (regrading, number) DO NOTHING",
                    id,
                    chunk.number(),
                    results.size(),
                    entries,
                    now.toString());
            if (isFirst == 1 && !results.isEmpty()) {
                insert(h, id, results);
            }
        });
    }

    private static void insert(Handle h, String id, List<StoredResult> results) {
        PreparedBatch batch = h.prepareBatch(
                "INSERT INTO regraded_result (regrading, enterprise, outcome, grade, result, result_digest)"
                        + " VALUES (?,?,?,?,?,?)");
        for (StoredResult result : results) {
            batch.add(
                    id, result.enterprise(), result.outcome(), result.grade(), result.result(), result.resultDigest());
        }
        batch.execute();
    }

    void end(String id, String outcome, String reason, Instant now) {
        jdbi.useTransaction(h -> h.execute(
                "INSERT INTO regrading_end (regrading, outcome, reason, ended_at) VALUES (?,?,?,?)"
                        + " ON CONFLICT (regrading) DO NOTHING",
                id,
                outcome,
                reason,
                now.toString()));
    }

    /** Those asked for and not ended, oldest first. */
    List<Regrading> running() {
        return jdbi.withHandle(h -> h.createQuery("SELECT " + COLUMNS + " FROM regrading r WHERE NOT EXISTS"
                        + " (SELECT 1 FROM regrading_end e WHERE e.regrading = r.id) ORDER BY asked_at, id")
                .map(RegradingStore::regrading)
                .list());
    }

    /** The newest of all, newest first. */
    public List<Regrading> list() {
        return jdbi.withHandle(h -> h.createQuery(
                        "SELECT " + COLUMNS + " FROM regrading ORDER BY asked_at DESC, id LIMIT " + MOST_LISTED)
                .map(RegradingStore::regrading)
                .list());
    }

    /** A regrading and how far it is; empty when there is none of that id. */
    public Optional<RegradingState> find(String id) {
        Optional<Regrading> found =
                jdbi.withHandle(h -> h.createQuery("SELECT " + COLUMNS + " FROM regrading WHERE id = ?")
                        .bind(0, id)
                        .map(RegradingStore::regrading)
                        .findOne());
        return found.map(this::state);
    }

    private record End(String outcome, String reason, Instant endedAt) {}

    private record Done(int chunks, long enterprises, long entries) {}

    private RegradingState state(Regrading regrading) {
        String id = regrading.id();
        return jdbi.withHandle(h -> {
            End end = h.createQuery("SELECT outcome, reason, ended_at FROM regrading_end WHERE regrading = ?")
                    .bind(0, id)
                    .map((row, context) -> new End(
                            row.getString("outcome"),
                            row.getString("reason"),
                            Instant.parse(row.getString("ended_at"))))
                    .findOne()
                    .orElse(null);
            Done done = h.createQuery("SELECT COUNT(*) AS chunks, COALESCE(SUM(enterprises), 0) AS enterprises,"
                            + " COALESCE(SUM(entries), 0) AS entries FROM regrading_chunk_done WHERE regrading = ?")
                    .bind(0, id)
                    .map((row, context) ->
                            new Done(row.getInt("chunks"), row.getLong("enterprises"), row.getLong("entries")))
                    .one();
            List<RegradingState.Tally> tallies = h.createQuery(
                            "SELECT outcome, grade, COUNT(*) AS enterprises FROM regraded_result"
                                    + " WHERE regrading = ? GROUP BY outcome, grade ORDER BY outcome, grade")
                    .bind(0, id)
                    .map((row, context) -> new RegradingState.Tally(
                            row.getString("outcome"), row.getInt("grade"), row.getLong("enterprises")))
                    .list();
            return new RegradingState(
                    regrading,
                    end == null ? RegradingState.RUNNING : end.outcome(),
                    end == null ? "" : end.reason(),
                    (int) count("regrading_chunk", id),
                    done.chunks(),
                    done.enterprises(),
                    done.entries(),
                    tallies,
                    end == null ? null : end.endedAt());
        });
    }

    private long count(String table, String id) {
        return jdbi.withHandle(h -> h.createQuery("SELECT COUNT(*) FROM " + table + " WHERE regrading = ?")
                .bind(0, id)
                .mapTo(Long.class)
                .one());
    }

    /** Results by handle, those after one; {@code most} at most. */
    public List<StoredResult> results(String id, String after, int most) {
        return jdbi.withHandle(
                h -> h.createQuery("SELECT enterprise, outcome, grade, result, result_digest FROM regraded_result"
                                + " WHERE regrading = ? AND enterprise > ? ORDER BY enterprise LIMIT " + most)
                        .bind(0, id)
                        .bind(1, after)
                        .map(RegradingStore::result)
                        .list());
    }

    private static StoredResult result(ResultSet row, StatementContext context) throws SQLException {
        return new StoredResult(
                row.getString("enterprise"),
                row.getString("outcome"),
                row.getInt("grade"),
                row.getString("result"),
                row.getString("result_digest"));
    }

    private static Regrading regrading(ResultSet row, StatementContext context) throws SQLException {
        return new Regrading(
                row.getString("id"),
                row.getString("industry"),
                row.getInt("year"),
                CanonicalJson.read(row.getString("rules"), RegradingRules.class),
                row.getString("asked_by"),
                Instant.parse(row.getString("asked_at")));
    }
}
