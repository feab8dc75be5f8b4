// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.tanma.handle.model.HandleName;
import org.tanma.template.model.MetadataTemplate;

/**
 * Who registered what, when: append only, in SQL.
 *
 * <p>Ordering and durability: {@link #begin} is on disk before the records are written, {@link #applied} after. A batch that
 * was begun and not applied was interrupted or refused; its digests tell which records took effect. Safe between threads.
 */
public final class RegistrationLog {
    /**
     * One change to one handle.
     *
     * @param action {@code create}, {@code replace} or {@code publish}
     * @param digest {@code sha256:} of the record's encoded values, timestamps included
     */
    public record Entry(HandleName handle, String action, String digest) {}

    /** An entry as it was logged; {@code isApplied} tells whether its batch is known to have been written. */
    public record LoggedEntry(Instant at, String account, String template, Entry entry, boolean isApplied) {}

    private static final int MOST_SHOWN = 1_000;

    private final Jdbi jdbi;
    private final InstantSource clock;

    public RegistrationLog(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Logs a batch that is about to be written; returns its id. */
    String begin(String account, MetadataTemplate template, List<Entry> entries) {
        String batchId = UUID.randomUUID().toString();
        jdbi.useTransaction(h -> {
            h.execute(
                    "INSERT INTO registration_batch (batch_id, at, account, template, template_version) VALUES (?, ?, ?, ?, ?)",
                    batchId,
                    clock.instant().toString(),
                    account,
                    template.name(),
                    template.version().toString());
            PreparedBatch batch = h.prepareBatch(
                    "INSERT INTO registration_entry (batch_id, position, handle, handle_key, action, digest)"
                            + " VALUES (?, ?, ?, ?, ?, ?)");
            for (int i = 0; i < entries.size(); i++) {
                Entry entry = entries.get(i);
                batch.add(batchId, i, entry.handle().toString(), key(entry.handle()), entry.action(), entry.digest());
            }
            batch.execute();
        });
        return batchId;
    }

    /** Logs that a batch was written. */
    void applied(String batchId) {
        jdbi.useTransaction(h -> h.execute(
                "INSERT INTO registration_applied (batch_id, at) VALUES (?, ?)",
                batchId,
                clock.instant().toString()));
    }

    /** What was done to one handle, letter case aside, newest first, at most 1,000 entries. */
    public List<LoggedEntry> find(HandleName handle) {
        return jdbi.withHandle(h -> h.createQuery("SELECT b.at, b.account, b.template, e.handle, e.action, e.digest,"
                        + " a.at AS applied_at FROM registration_entry e"
                        + " JOIN registration_batch b ON b.batch_id = e.batch_id"
                        + " LEFT JOIN registration_applied a ON a.batch_id = e.batch_id"
                        + " WHERE e.handle_key = :key ORDER BY b.at DESC LIMIT " + MOST_SHOWN)
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
