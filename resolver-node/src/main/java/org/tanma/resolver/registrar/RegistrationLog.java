// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.tanma.handle.model.HandleName;
import org.tanma.resolver.store.ChangeNote;
import org.tanma.resolver.store.RecordHistory;
import org.tanma.resolver.store.RecordVersion;
import org.tanma.resolver.store.StoredRecord;
import org.tanma.template.model.MetadataTemplate;

/**
 * Who registered what, when.
 *
 * <p>SQL keeps one row a batch, append only: {@link #begin} is on disk before the records are written, {@link #applied}
 * after; a batch that was begun and not applied was interrupted or refused. What became of each record is in the record
 * store's own history, written together with the record, with a note that names the batch. Rows a record that earlier
 * versions of this node wrote are still read. Safe between threads.
 */
public final class RegistrationLog {
    /**
     * One change to one handle.
     *
     * @param action {@code create}, {@code replace}, {@code publish} or another short word
     * @param digest {@code sha256:} of the record's encoded values, timestamps included; empty for a removal
     */
    public record Entry(HandleName handle, String action, String digest) {}

    /** An entry as it was logged; {@code isApplied} tells whether its batch is known to have been written. */
    public record LoggedEntry(Instant at, String account, String template, Entry entry, boolean isApplied) {}

    /** Template whose records stand for enterprises, which the home page lists in the order of their registration. */
    private static final String ENTERPRISE = "enterprise";

    private static final int MOST_SHOWN = 1_000;

    private final Jdbi jdbi;
    private final RecordHistory history;
    private final InstantSource clock;

    public RegistrationLog(Jdbi jdbi, RecordHistory history, InstantSource clock) {
        this.jdbi = jdbi;
        this.history = history;
        this.clock = clock;
    }

    /**
     * Logs a batch that is about to be written.
     *
     * @param handles of its records
     * @return its id, for the {@link ChangeNote} of each change
     */
    public String begin(String account, MetadataTemplate template, List<HandleName> handles) {
        String batchId = UUID.randomUUID().toString();
        jdbi.useTransaction(h -> {
            h.execute(
                    "INSERT INTO registration_batch (batch_id, at, account, template, template_version, records)"
                            + " VALUES (?, ?, ?, ?, ?, ?)",
                    batchId,
                    clock.instant().toString(),
                    account,
                    template.name(),
                    template.version().toString(),
                    handles.size());
            if (template.name().equals(ENTERPRISE)) {
                PreparedBatch batch = h.prepareBatch(
                        "INSERT INTO registration_entry (batch_id, position, handle, handle_key, action, digest)"
                                + " VALUES (?, ?, ?, ?, '', '')");
                for (int i = 0; i < handles.size(); i++) {
                    batch.add(batchId, i, handles.get(i).toString(), key(handles.get(i)));
                }
                batch.execute();
            }
        });
        return batchId;
    }

    /** Logs that a batch was written. */
    public void applied(String batchId) {
        jdbi.useTransaction(h -> h.execute(
                "INSERT INTO registration_applied (batch_id, at) VALUES (?, ?)",
                batchId,
                clock.instant().toString()));
    }

    /** What was done to one handle, letter case aside, newest first, at most 1,000 entries. */
    public List<LoggedEntry> find(HandleName handle) {
        Stream<LoggedEntry> kept = history.versions(handle, Long.MAX_VALUE, MOST_SHOWN).stream()
                .flatMap(version -> version.note().map(note -> entry(version, note)).stream());
        return Stream.concat(kept, rows(handle).stream())
                .sorted(Comparator.comparing(LoggedEntry::at).reversed())
                .limit(MOST_SHOWN)
                .toList();
    }

    private static LoggedEntry entry(RecordVersion version, ChangeNote note) {
        String template = note.template();
        int space = template.indexOf(' ');
        return new LoggedEntry(
                note.at(),
                note.account(),
                space < 0 ? template : template.substring(0, space),
                new Entry(
                        version.content().map(StoredRecord::name).orElse(version.name()),
                        note.action(),
                        version.content().map(RegistrationLog::digest).orElse("")),
                true);
    }

    private static String digest(StoredRecord stored) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(stored.values().octets());
            return "sha256:" + HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    /** Rows of before the store kept the history. */
    private List<LoggedEntry> rows(HandleName handle) {
        return jdbi.withHandle(h -> h.createQuery("SELECT b.at, b.account, b.template, e.handle, e.action, e.digest,"
                        + " a.at AS applied_at FROM registration_entry e"
                        + " JOIN registration_batch b ON b.batch_id = e.batch_id"
                        + " LEFT JOIN registration_applied a ON a.batch_id = e.batch_id"
                        + " WHERE e.handle_key = :key AND e.action <> '' ORDER BY b.at DESC LIMIT " + MOST_SHOWN)
                .bind("key", key(handle))
                .map((row, context) -> new LoggedEntry(
                        Instant.parse(row.getString("at")),
                        row.getString("account"),
                        row.getString("template"),
                        new Entry(
                                HandleName.parse(row.getString("handle")),
                                row.getString("action"),
                                row.getString("digest")),
                        row.getString("applied_at") != null))
                .list());
    }

    /** Handles ever registered by {@code template}, earliest first, at most {@code limit}; a record may be gone since. */
    public List<HandleName> handles(String template, int limit) {
        return jdbi.withHandle(
                h -> h.createQuery("SELECT MIN(e.handle) AS handle, MIN(b.at) AS first_at FROM registration_batch b"
                                + " JOIN registration_entry e ON e.batch_id = b.batch_id WHERE b.template = :template"
                                + " GROUP BY e.handle_key ORDER BY first_at, e.handle_key LIMIT :limit")
                        .bind("template", template)
                        .bind("limit", limit)
                        .map((row, context) -> HandleName.parse(row.getString("handle")))
                        .list());
    }

    private static String key(HandleName handle) {
        return new String(handle.foldedOctets(), StandardCharsets.UTF_8);
    }
}
