// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who did what to whom, when: append only, in SQL, each row chained to the one before by its digest.
 *
 * <p>Contract: a row is on disk when {@link #record(String, String, String, Map)} returns; within a transaction of the caller's
 * it is written with it or not at all. No method changes or removes a row, and the engine refuses both ({@link AuditGuard}).
 * One row an action, or a chunk of a bulk action; never one a record. Safe between threads and between processes on one
 * database: writers take turns.
 */
public final class AuditLog {
    /** Most rows of a page. */
    public static final int MAX_PAGE = 1_000;

    private static final int MAX_TEXT = 1_000;
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};

    private final Jdbi jdbi;
    private final InstantSource clock;

    /** Opens the log in the registrar's database, and makes the engine refuse changes of it. */
    public AuditLog(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
        AuditGuard.install(jdbi);
    }

    /** Appends a row; texts are cut at 1,000 characters. */
    public AuditEntry record(String actor, String action, String subject, Map<String, String> details) {
        return jdbi.inTransaction(h -> record(h, actor, action, subject, details));
    }

    /** Appends a row within the caller's transaction. */
    public AuditEntry record(
            Handle transaction, String actor, String action, String subject, Map<String, String> details) {
        transaction.execute("UPDATE audit_turn SET turn = turn + 1 WHERE id = 1");
        AuditEntry last = transaction
                .createQuery("SELECT * FROM audit_entry ORDER BY sequence DESC LIMIT 1")
                .map((row, context) -> entry(row))
                .findOne()
                .orElse(null);
        Map<String, String> cut = new java.util.TreeMap<>();
        details.forEach((name, value) -> cut.put(name, cut(value)));
        AuditEntry entry = AuditEntry.chained(
                last == null ? 1 : last.sequence() + 1,
                clock.instant(),
                cut(actor),
                action,
                cut(subject),
                cut,
                last == null ? AuditEntry.FIRST : last.digest());
        transaction
                .createUpdate(
                        "INSERT INTO audit_entry (sequence, at, actor, action, subject, details, previous, digest)"
                                + " VALUES (:sequence, :at, :actor, :action, :subject, :details, :previous, :digest)")
                .bind("sequence", entry.sequence())
                .bind("at", entry.at().toString())
                .bind("actor", entry.actor())
                .bind("action", entry.action())
                .bind("subject", entry.subject())
                .bind("details", JSON.writeValueAsString(entry.details()))
                .bind("previous", entry.previous())
                .bind("digest", entry.digest())
                .execute();
        return entry;
    }

    /** Rows before {@code before}, newest first; at most {@code limit} and {@value #MAX_PAGE}. */
    public List<AuditEntry> page(AuditFilter filter, long before, int limit) {
        return jdbi.withHandle(h -> h.createQuery("SELECT * FROM audit_entry WHERE sequence < :before"
                        + " AND (:actor = '' OR actor = :actor)"
                        + " AND (:subject = '' OR subject = :subject)"
                        + " AND (:action = '' OR action = :action OR (:family <> '' AND SUBSTR(action, 1, :length) = :family))"
                        + " ORDER BY sequence DESC LIMIT :limit")
                .bind("before", before)
                .bind("actor", filter.actor())
                .bind("subject", filter.subject())
                .bind("action", filter.action())
                .bind("family", filter.action().endsWith(".") ? filter.action() : "")
                .bind("length", filter.action().length())
                .bind("limit", Math.min(limit, MAX_PAGE))
                .map((row, context) -> entry(row))
                .list());
    }

    /** Reads the whole log and says whether every row is what it was when it was written. */
    public AuditVerdict verify() {
        return jdbi.inTransaction(h -> {
            long turns = h.createQuery("SELECT turn FROM audit_turn WHERE id = 1")
                    .mapTo(Long.class)
                    .one();
            try (Stream<AuditEntry> rows = h
                    .createQuery("SELECT * FROM audit_entry ORDER BY sequence")
                    .map((row, context) -> entry(row))
                    .stream()) {
                return verify(rows.iterator(), turns);
            }
        });
    }

    private static AuditVerdict verify(Iterator<AuditEntry> rows, long turns) {
        long read = 0;
        String head = AuditEntry.FIRST;
        while (rows.hasNext()) {
            AuditEntry row = rows.next();
            String fault = fault(row, read + 1, head);
            if (!fault.isEmpty()) {
                return new AuditVerdict(read, head, row.sequence(), fault);
            }
            read++;
            head = row.digest();
        }
        return turns == read ? new AuditVerdict(read, head, 0, "") : new AuditVerdict(read, head, read + 1, "end");
    }

    private static String fault(AuditEntry row, long expected, String head) {
        if (row.sequence() != expected) {
            return "gap";
        }
        if (!row.previous().equals(head)) {
            return "chain";
        }
        return row.digest().equals(row.expectedDigest()) ? "" : "digest";
    }

    private static String cut(String text) {
        return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT);
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong("sequence"),
                Instant.parse(row.getString("at")),
                row.getString("actor"),
                row.getString("action"),
                row.getString("subject"),
                JSON.readValue(row.getString("details"), DETAILS),
                row.getString("previous"),
                row.getString("digest"));
    }
}
