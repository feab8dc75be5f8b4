// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.issue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.tanma.kit.sql.SqlDatabase;
import org.tanma.label.credential.SignedStatement;

/**
 * The tables of codes and of records to be published.
 *
 * <p>Contract: {@link #insert} and {@link #change} write the code and its outbox row in one transaction, or nothing; they say
 * {@code false} when somebody else was faster, and the caller then looks again. Safe between threads and processes.
 */
public final class CodeStore {
    private static final int MAX_LISTED = 200;
    private static final int MAX_DUE = 100;
    private static final String SELECT = "SELECT c.*, (SELECT max(o.published_at) FROM outbox o"
            + " WHERE o.token = c.token) AS published FROM code c ";
    private static final String WAITING = "SELECT o.record, o.attempts FROM outbox o WHERE o.published_at = ''"
            + " AND NOT EXISTS (SELECT 1 FROM outbox e WHERE e.handle = o.handle AND e.published_at = ''"
            + " AND e.version < o.version) AND ";

    private final Jdbi jdbi;

    /** @param database opened for the service {@code label} */
    public CodeStore(SqlDatabase database) {
        this.jdbi = database.jdbi();
    }

    Optional<CodeRow> find(CodeToken token) {
        return first("WHERE c.token = ?", token.text());
    }

    Optional<CodeRow> findByEvaluation(String evaluation) {
        return first("WHERE c.evaluation = ?", evaluation);
    }

    Optional<CodeRow> findLatest(String enterprise, int year) {
        return first("WHERE c.enterprise = ? AND c.year = ? ORDER BY c.version DESC LIMIT 1", enterprise, year);
    }

    /** The newest first. */
    List<CodeRow> list(String enterprise) {
        return select("WHERE c.enterprise = ? ORDER BY c.year DESC, c.version DESC LIMIT " + MAX_LISTED, enterprise);
    }

    boolean insert(CodeRow row, LabelRecord record, Optional<StandingChange> superseded, Instant now) {
        return unlessRaced(h -> {
            require(h.execute(
                    "INSERT INTO code (token, evaluation, enterprise, year, version, content, content_digest, content_key,"
                            + " content_signature, standing, standing_digest, standing_key, standing_signature)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                    row.token(),
                    row.evaluation(),
                    row.enterprise(),
                    row.year(),
                    row.version(),
                    row.content().json(),
                    row.content().digest(),
                    row.content().keyId(),
                    row.content().signature(),
                    row.standing().json(),
                    row.standing().digest(),
                    row.standing().keyId(),
                    row.standing().signature()));
            enqueue(h, row.token(), record, now);
            superseded.ifPresent(change -> apply(h, change, now));
        });
    }

    boolean change(StandingChange change, Instant now) {
        return unlessRaced(h -> apply(h, change, now));
    }

    private static void apply(Handle h, StandingChange change, Instant now) {
        require(h.execute(
                "UPDATE code SET standing = ?, standing_digest = ?, standing_key = ?, standing_signature = ?"
                        + " WHERE token = ? AND standing_signature = ?",
                change.to().json(),
                change.to().digest(),
                change.to().keyId(),
                change.to().signature(),
                change.token(),
                change.from().signature()));
        enqueue(h, change.token(), change.record(), now);
    }

    private static void enqueue(Handle h, String token, LabelRecord record, Instant now) {
        h.execute(
                "INSERT INTO outbox (handle, version, token, record, attempts, due_at, failure, published_at)"
                        + " VALUES (?, ?, ?, ?, 0, ?, '', '')",
                record.handle(),
                record.version(),
                token,
                LabelRecordJson.write(record),
                now.toString());
    }

    /** Ids of every key that signed what is kept, in order. */
    List<String> keyIds() {
        return jdbi.withHandle(h -> h.createQuery(
                        "SELECT content_key AS id FROM code UNION SELECT standing_key FROM code" + " ORDER BY id")
                .mapTo(String.class)
                .list());
    }

    /** Per handle the oldest record not yet published, where it is due. */
    List<OutboxEntry> due(Instant now) {
        return waiting("o.due_at <= ? ORDER BY o.due_at, o.handle LIMIT " + MAX_DUE, now.toString());
    }

    /** The oldest record of one handle not yet published, due or not. */
    Optional<OutboxEntry> findWaiting(String handle) {
        return waiting("o.handle = ?", handle).stream().findFirst();
    }

    void markPublished(LabelRecord record, Instant now) {
        jdbi.useTransaction(h -> h.execute(
                "UPDATE outbox SET published_at = ?, failure = '' WHERE handle = ? AND version = ?",
                now.toString(),
                record.handle(),
                record.version()));
    }

    void markFailed(LabelRecord record, String failure, Instant due) {
        jdbi.useTransaction(h -> h.execute(
                "UPDATE outbox SET attempts = attempts + 1, failure = ?, due_at = ? WHERE handle = ? AND version = ?",
                failure,
                due.toString(),
                record.handle(),
                record.version()));
    }

    private List<OutboxEntry> waiting(String where, String argument) {
        return jdbi.withHandle(h -> h.select(WAITING + where, argument)
                .map((rs, ctx) -> new OutboxEntry(LabelRecordJson.read(rs.getString("record")), rs.getInt("attempts")))
                .list());
    }

    private Optional<CodeRow> first(String where, Object... arguments) {
        return select(where, arguments).stream().findFirst();
    }

    private List<CodeRow> select(String where, Object... arguments) {
        return jdbi.withHandle(h ->
                h.select(SELECT + where, arguments).map((rs, ctx) -> row(rs)).list());
    }

    private static CodeRow row(ResultSet rs) throws SQLException {
        String published = rs.getString("published");
        return new CodeRow(
                rs.getString("token"),
                rs.getString("evaluation"),
                rs.getString("enterprise"),
                rs.getInt("year"),
                rs.getInt("version"),
                statement(rs, "content"),
                statement(rs, "standing"),
                published != null && !published.isEmpty());
    }

    private static SignedStatement statement(ResultSet rs, String name) throws SQLException {
        return new SignedStatement(
                rs.getString(name),
                rs.getString(name + "_digest"),
                rs.getString(name + "_key"),
                rs.getString(name + "_signature"));
    }

    private boolean unlessRaced(java.util.function.Consumer<Handle> work) {
        try {
            jdbi.useTransaction(work::accept);
            return true;
        } catch (RacedException e) {
            return false;
        }
    }

    private static void require(int rows) {
        if (rows != 1) {
            throw new RacedException();
        }
    }

    /** Takes a transaction back because somebody else's came first. */
    private static final class RacedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
