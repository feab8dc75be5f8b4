// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.evaluate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * All evaluations, in SQL.
 *
 * <p>Contract: the first one stored under an id stays, for good; storing again returns it. On disk when {@link #store}
 * returns. Safe between threads.
 */
public final class EvaluationStore {
    private static final String COLUMNS =
            "id, enterprise, year, inputs, inputs_digest, result, result_digest, evaluated_by, evaluated_at";

    /** Rows held at a time while many are read. */
    private static final int FETCHED = 64;

    private final Jdbi jdbi;

    public EvaluationStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Keeps the evaluation unless its id is taken; returns the one that is kept. */
    public StoredEvaluation store(StoredEvaluation evaluation) {
        jdbi.useTransaction(h -> h.execute(
                "INSERT INTO evaluation (" + COLUMNS + ") VALUES (?,?,?,?,?,?,?,?,?) ON CONFLICT (id) DO NOTHING",
                evaluation.id(),
                evaluation.enterprise(),
                evaluation.year(),
                evaluation.inputs(),
                evaluation.inputsDigest(),
                evaluation.result(),
                evaluation.resultDigest(),
                evaluation.evaluatedBy(),
                evaluation.evaluatedAt().toString()));
        return find(evaluation.id())
                .orElseThrow(() -> new IllegalStateException("evaluation " + evaluation.id() + " is gone"));
    }

    public Optional<StoredEvaluation> find(String id) {
        return jdbi.withHandle(h -> h.createQuery("SELECT " + COLUMNS + " FROM evaluation WHERE id = ?")
                .bind(0, id)
                .map(EvaluationStore::evaluation)
                .findOne());
    }

    /** Newest first. */
    public List<StoredEvaluation> list(String enterprise) {
        return jdbi.withHandle(
                h -> newestFirst(h.createQuery("SELECT " + COLUMNS + " FROM evaluation WHERE enterprise = ?")
                        .bind(0, enterprise)));
    }

    /** Newest first. */
    public List<StoredEvaluation> list(String enterprise, int year) {
        return jdbi.withHandle(h ->
                newestFirst(h.createQuery("SELECT " + COLUMNS + " FROM evaluation WHERE enterprise = ? AND year = ?")
                        .bind(0, enterprise)
                        .bind(1, year)));
    }

    /**
     * Hands over the newest evaluation of the year of every enterprise whose industry code begins so, one after another by
     * enterprise; only one is held at a time.
     */
    public void forEachNewest(int year, String industry, Consumer<StoredEvaluation> reader) {
        jdbi.useTransaction(h -> {
            String[] last = {""};
            h.createQuery("SELECT " + COLUMNS + " FROM evaluation WHERE year = ? AND inputs LIKE ?"
                            + " ORDER BY enterprise, evaluated_at DESC, id")
                    .bind(0, year)
                    // The inputs are canonical JSON: this is how an industry code is written in them.
                    .bind(1, "%\"industryCode\":\"" + industry + "%")
                    .setFetchSize(FETCHED)
                    .map(EvaluationStore::evaluation)
                    .useIterator(rows -> rows.forEachRemaining(row -> {
                        if (!row.enterprise().equals(last[0])) {
                            last[0] = row.enterprise();
                            reader.accept(row);
                        }
                    }));
        });
    }

    private static List<StoredEvaluation> newestFirst(Query query) {
        return query.map(EvaluationStore::evaluation).stream()
                .sorted(Comparator.comparing(StoredEvaluation::evaluatedAt)
                        .reversed()
                        .thenComparing(StoredEvaluation::id))
                .toList();
    }

    private static StoredEvaluation evaluation(ResultSet row, StatementContext context) throws SQLException {
        return new StoredEvaluation(
                row.getString("id"),
                row.getString("enterprise"),
                row.getInt("year"),
                row.getString("inputs"),
                row.getString("inputs_digest"),
                row.getString("result"),
                row.getString("result_digest"),
                row.getString("evaluated_by"),
                Instant.parse(row.getString("evaluated_at")));
    }
}
