// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.scheme;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Drafts, published schemes and what was done with them, in SQL.
 *
 * <p>Contract: rows are only added; each method is one transaction with its event, on disk when it returns; an edition is
 * published once. Safe between threads and between processes on one database.
 */
public final class SchemeStore {
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};
    private static final int MOST_EVENTS = 1000;

    private final Jdbi jdbi;
    private final InstantSource clock;

    public SchemeStore(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /**
     * Stores the next version of a draft.
     *
     * @param expected version it follows; 0 for a new draft
     * @return the draft stored; empty when {@code expected} is not its newest version, or the edition is published
     */
    public Optional<SchemeDraft> store(String id, int expected, String body, String recordedBy) {
        return jdbi.inTransaction(h -> {
            int newest = newest(h, id).map(SchemeDraft::version).orElse(0);
            if (newest != expected || published(h, id).isPresent()) {
                return Optional.empty();
            }
            SchemeDraft draft = new SchemeDraft(id, newest + 1, body, digest(body), recordedBy, clock.instant());
            int added = h.execute(
                    "INSERT INTO scheme_draft (id, version, body, digest, recorded_by, recorded_at) VALUES (?,?,?,?,?,?)"
                            + " ON CONFLICT (id, version) DO NOTHING",
                    id,
                    draft.version(),
                    body,
                    draft.digest(),
                    recordedBy,
                    draft.recordedAt().toString());
            if (added == 0) {
                return Optional.empty();
            }
            record(
                    h,
                    recordedBy,
                    SchemeEvent.DRAFTED,
                    id,
                    Map.of("version", Integer.toString(draft.version()), "digest", draft.digest()));
            return Optional.of(draft);
        });
    }

    /** The newest version of a draft. */
    public Optional<SchemeDraft> findDraft(String id) {
        return jdbi.withHandle(h -> newest(h, id));
    }

    /** The newest version of every draft that is not published, by id. */
    public List<SchemeDraft> drafts() {
        return jdbi.withHandle(h -> h.createQuery("SELECT d.* FROM scheme_draft d WHERE d.version ="
                        + " (SELECT MAX(o.version) FROM scheme_draft o WHERE o.id = d.id)"
                        + " AND NOT EXISTS (SELECT 1 FROM scheme_edition e WHERE e.id = d.id) ORDER BY d.id")
                .map((row, context) -> draft(row))
                .list());
    }

    /**
     * Publishes a version of a draft.
     *
     * @return the edition; empty when that version is not the newest, or the edition is published already
     */
    public Optional<PublishedScheme> publish(
            String id, int version, String publisher, LocalDate inForceFrom, String publishedBy) {
        return jdbi.inTransaction(h -> {
            Optional<SchemeDraft> draft = newest(h, id).filter(found -> found.version() == version);
            if (draft.isEmpty()) {
                return Optional.empty();
            }
            PublishedScheme edition = new PublishedScheme(
                    id,
                    draft.get().body(),
                    draft.get().digest(),
                    version,
                    publisher,
                    inForceFrom,
                    publishedBy,
                    clock.instant());
            int added = h.execute(
                    "INSERT INTO scheme_edition (id, body, digest, draft_version, publisher, in_force_from, published_by,"
                            + " published_at) VALUES (?,?,?,?,?,?,?,?) ON CONFLICT (id) DO NOTHING",
                    id,
                    edition.body(),
                    edition.digest(),
                    version,
                    publisher,
                    inForceFrom.toString(),
                    publishedBy,
                    edition.publishedAt().toString());
            if (added == 0) {
                return Optional.empty();
            }
            record(
                    h,
                    publishedBy,
                    SchemeEvent.PUBLISHED,
                    id,
                    Map.of(
                            "version", Integer.toString(version),
                            "digest", edition.digest(),
                            "inForceFrom", inForceFrom.toString(),
                            "publisher", publisher));
            return Optional.of(edition);
        });
    }

    /** Every published edition, by id. */
    public List<PublishedScheme> editions() {
        return jdbi.withHandle(h -> h.createQuery("SELECT * FROM scheme_edition ORDER BY id")
                .map((row, context) -> edition(row))
                .list());
    }

    public Optional<PublishedScheme> findEdition(String id) {
        return jdbi.withHandle(h -> published(h, id));
    }

    /** How many editions are published: what tells that a cached list is old. */
    public int countEditions() {
        return jdbi.withHandle(h -> h.createQuery("SELECT COUNT(*) FROM scheme_edition")
                .mapTo(Integer.class)
                .one());
    }

    /** Notes that something was done. */
    public void note(String actor, String action, String subject, Map<String, String> details) {
        jdbi.useTransaction(h -> record(h, actor, action, subject, details));
    }

    /** Events before a sequence number, newest first, at most 1000. */
    public List<SchemeEvent> events(long before, int limit) {
        return jdbi.withHandle(h -> h.createQuery(
                        "SELECT * FROM scheme_event WHERE sequence < ? ORDER BY sequence DESC LIMIT ?")
                .bind(0, before)
                .bind(1, Math.min(limit, MOST_EVENTS))
                .map((row, context) -> new SchemeEvent(
                        row.getLong("sequence"),
                        Instant.parse(row.getString("at")),
                        row.getString("actor"),
                        row.getString("action"),
                        row.getString("subject"),
                        JSON.readValue(row.getString("details"), DETAILS)))
                .list());
    }

    private void record(Handle h, String actor, String action, String subject, Map<String, String> details) {
        int added = 0;
        while (added == 0) {
            long next = h.createQuery("SELECT COALESCE(MAX(sequence), 0) + 1 FROM scheme_event")
                    .mapTo(Long.class)
                    .one();
            // Another writer may take the number between the look and the insert; then look again.
            added = h.execute(
                    "INSERT INTO scheme_event (sequence, at, actor, action, subject, details) VALUES (?,?,?,?,?,?)"
                            + " ON CONFLICT (sequence) DO NOTHING",
                    next,
                    clock.instant().toString(),
                    actor,
                    action,
                    subject,
                    JSON.writeValueAsString(details));
        }
    }

    private static Optional<SchemeDraft> newest(Handle h, String id) {
        return h.createQuery("SELECT * FROM scheme_draft WHERE id = ? ORDER BY version DESC LIMIT 1")
                .bind(0, id)
                .map((row, context) -> draft(row))
                .findOne();
    }

    private static Optional<PublishedScheme> published(Handle h, String id) {
        return h.createQuery("SELECT * FROM scheme_edition WHERE id = ?")
                .bind(0, id)
                .map((row, context) -> edition(row))
                .findOne();
    }

    private static SchemeDraft draft(ResultSet row) throws SQLException {
        return new SchemeDraft(
                row.getString("id"),
                row.getInt("version"),
                row.getString("body"),
                row.getString("digest"),
                row.getString("recorded_by"),
                Instant.parse(row.getString("recorded_at")));
    }

    private static PublishedScheme edition(ResultSet row) throws SQLException {
        return new PublishedScheme(
                row.getString("id"),
                row.getString("body"),
                row.getString("digest"),
                row.getInt("draft_version"),
                row.getString("publisher"),
                LocalDate.parse(row.getString("in_force_from")),
                row.getString("published_by"),
                Instant.parse(row.getString("published_at")));
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
