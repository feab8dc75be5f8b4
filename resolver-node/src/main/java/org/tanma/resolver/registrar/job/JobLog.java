// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.job;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleValue;
import org.tanma.resolver.registrar.CheckedRows;
import org.tanma.template.model.MetadataTemplate;

/**
 * The registration log of one job that runs: one row a part instead of one a record, and with it how far the job is.
 *
 * <p>A part is logged before its records are written, with the handles minted for its rows. That it was written, and the
 * counts up to it, go to disk with the next part's row, so that a part costs one transaction; its list of handles is dropped
 * then, for the record store's history names the batch of every version. After a crash the parts that
 * are logged and not known to be written are done again: their handles are the same, and what was written is known for theirs.
 */
final class JobLog implements CheckedRows.PartLog {
    private final Jdbi jdbi;
    private final InstantSource clock;
    private final RegistrationJob job;
    private final Map<Long, HandleName> begun = new HashMap<>();
    private final List<OpenBatch> open = new ArrayList<>();
    private long writtenRow;
    private Optional<JobCounts> unwritten = Optional.empty();

    JobLog(Jdbi jdbi, InstantSource clock, RegistrationJob job) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.job = job;
        jdbi.useHandle(h -> h.createQuery("SELECT p.batch_id, p.last_row, p.entries FROM registration_part p"
                        + " LEFT JOIN registration_applied a ON a.batch_id = p.batch_id"
                        + " WHERE p.job_id = :job AND a.batch_id IS NULL ORDER BY p.last_row")
                .bind("job", job.id())
                .map((row, context) -> {
                    open.add(new OpenBatch(row.getString("batch_id"), row.getLong("last_row")));
                    return row.getString("entries");
                })
                .forEach(entries -> PartEntries.decode(entries).forEach(line -> begun.put(line.row(), line.handle()))));
    }

    @Override
    public Optional<HandleName> minted(long row) {
        return Optional.ofNullable(begun.get(row));
    }

    @Override
    public boolean isBegun(long row, HandleName handle) {
        return minted(row).filter(handle::equals).isPresent();
    }

    @Override
    public String begin(MetadataTemplate template, List<CheckedRows.Entry> entries) {
        String id = UUID.randomUUID().toString();
        List<PartEntries.Line> lines = entries.stream()
                .map(e -> new PartEntries.Line(e.row(), e.action(), e.record().name()))
                .toList();
        String text = PartEntries.encode(lines);
        String digest = digest(entries);
        jdbi.useTransaction(h -> {
            settle(h);
            h.execute(
                    "INSERT INTO registration_batch (batch_id, at, account, template, template_version, records)"
                            + " VALUES (?, ?, ?, ?, ?, ?)",
                    id,
                    clock.instant().toString(),
                    job.caller().name(),
                    template.name(),
                    template.version().toString(),
                    lines.size());
            h.execute(
                    "INSERT INTO registration_part (batch_id, job_id, first_row, last_row, digest, entries)"
                            + " VALUES (?, ?, ?, ?, ?, ?)",
                    id,
                    job.id(),
                    lines.get(0).row(),
                    lines.get(lines.size() - 1).row(),
                    digest,
                    text);
        });
        settled();
        open.add(new OpenBatch(id, lines.get(lines.size() - 1).row()));
        return id;
    }

    /** All up to and with {@code row} is written; that goes to disk with the next part, or with {@link #flush}. */
    void reached(JobCounts counts, long row) {
        unwritten = Optional.of(counts);
        writtenRow = row;
    }

    /** Brings to disk how far the job is. */
    void flush() {
        if (unwritten.isPresent()) {
            jdbi.useTransaction(this::settle);
            settled();
        }
    }

    private void settled() {
        if (unwritten.isPresent()) {
            open.removeIf(batch -> batch.lastRow() <= writtenRow);
            unwritten = Optional.empty();
        }
    }

    private void settle(Handle transaction) {
        if (unwritten.isEmpty()) {
            return;
        }
        for (OpenBatch batch : open) {
            if (batch.lastRow() > writtenRow) {
                continue;
            }
            transaction.execute(
                    "INSERT INTO registration_applied (batch_id, at) VALUES (?, ?)",
                    batch.id(),
                    clock.instant().toString());
            transaction.execute("UPDATE registration_part SET entries = '' WHERE batch_id = ?", batch.id());
        }
        JobStore.progress(transaction, job.id(), unwritten.get());
    }

    /** A batch that is logged, and not known on disk to be written. */
    private record OpenBatch(String id, long lastRow) {}

    /** Over each handle and the data of its record's values, in order, a zero octet after each. */
    private static String digest(List<CheckedRows.Entry> entries) {
        try {
            MessageDigest all = MessageDigest.getInstance("SHA-256");
            for (CheckedRows.Entry entry : entries) {
                all.update(entry.record().name().toString().getBytes(StandardCharsets.UTF_8));
                all.update((byte) 0);
                for (HandleValue value : entry.record().values()) {
                    all.update(value.data());
                    all.update((byte) 0);
                }
            }
            return "sha256:" + HexFormat.of().formatHex(all.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
