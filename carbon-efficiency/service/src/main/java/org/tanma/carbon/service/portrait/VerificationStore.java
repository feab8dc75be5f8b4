// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.portrait;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** Statements of verifiers about evaluations, in SQL. Contract: only ever added to; on disk when {@link #add} returns. Safe between threads. */
public final class VerificationStore {
    private static final String COLUMNS = "evaluation, number, outcome, statement, remark, verified_by, verified_at";

    private final Jdbi jdbi;
    private final InstantSource clock;

    public VerificationStore(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Adds a statement as the newest of its evaluation. */
    public Verification add(String evaluation, String outcome, String statement, String remark, String verifiedBy) {
        Instant now = clock.instant();
        return jdbi.inTransaction(h -> {
            while (true) {
                int number = h.createQuery("SELECT COALESCE(MAX(number), 0) FROM verification WHERE evaluation = ?")
                                .bind(0, evaluation)
                                .mapTo(Integer.class)
                                .one()
                        + 1;
                // Another verifier may take this number between the look and the insert; then look again.
                if (h.execute(
                                "INSERT INTO verification (" + COLUMNS + ") VALUES (?,?,?,?,?,?,?)"
                                        + " ON CONFLICT (evaluation, number) DO NOTHING",
                                evaluation,
                                number,
                                outcome,
                                statement,
                                remark,
                                verifiedBy,
                                now.toString())
                        == 1) {
                    return new Verification(evaluation, number, outcome, statement, remark, verifiedBy, now);
                }
            }
        });
    }

    /** All statements about an evaluation, oldest first. */
    public List<Verification> list(String evaluation) {
        return jdbi.withHandle(
                h -> h.createQuery("SELECT " + COLUMNS + " FROM verification WHERE evaluation = ? ORDER BY number")
                        .bind(0, evaluation)
                        .map(VerificationStore::verification)
                        .list());
    }

    /** The statement that holds; empty when nobody made one. */
    public Optional<Verification> findNewest(String evaluation) {
        List<Verification> all = list(evaluation);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    private static Verification verification(ResultSet row, StatementContext context) throws SQLException {
        return new Verification(
                row.getString("evaluation"),
                row.getInt("number"),
                row.getString("outcome"),
                row.getString("statement"),
                row.getString("remark"),
                row.getString("verified_by"),
                Instant.parse(row.getString("verified_at")));
    }
}
