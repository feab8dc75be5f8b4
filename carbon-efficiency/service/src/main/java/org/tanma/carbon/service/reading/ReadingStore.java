// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;
import org.tanma.carbon.service.ingest.MeterReading;
import org.tanma.carbon.service.ingest.ReadingSeries;
import org.tanma.carbon.service.ledger.PeriodStore;

/**
 * Signed statements and the readings in them, in SQL.
 *
 * <p>Contract: {@link #append} is one transaction, on disk when it returns; statements of a terminal are kept in their
 * sequence without a gap, each once; nothing is ever changed or removed. Safe between threads.
 */
public final class ReadingStore implements ReadingSeries {
    private static final String READING = "meter, kind, starts_at, ends_at, amount, unit, counter";
    private static final String BATCH = "terminal, sequence, digest, enterprise, statement";

    private final Jdbi jdbi;
    private final InstantSource clock;

    public ReadingStore(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /**
     * Keeps a statement that is the next of its terminal.
     *
     * @param kind code of the kind it names
     * @param intervals what its readings come to after the newest one kept of the meter and kind
     */
    public Appended append(
            SignedBatch batch,
            String kind,
            KeptBatch kept,
            String recordedBy,
            Function<Optional<MeterReading>, BatchIntervals> intervals) {
        return jdbi.inTransaction(h -> {
            PeriodStore.pass(h, kept.enterprise());
            Optional<KeptBatch> newest = newest(h, batch.terminal());
            long next = newest.map(KeptBatch::sequence).orElse(0L) + 1;
            String previous = newest.map(KeptBatch::digest).orElse("");
            if (batch.sequence() != next || !batch.previous().equals(previous)) {
                return find(h, kept.digest()).isPresent()
                        ? new Appended.Repeated()
                        : new Appended.OutOfTurn(next, previous);
            }
            BatchIntervals found = intervals.apply(last(h, batch.meter(), kind));
            if (!found.violations().isEmpty()) {
                return new Appended.Refused(found.violations());
            }
            insert(h, batch, kind, kept, recordedBy);
            insert(h, batch, found.readings());
            return new Appended.Kept(found.readings());
        });
    }

    private void insert(Handle h, SignedBatch batch, String kind, KeptBatch kept, String recordedBy) {
        h.execute(
                "INSERT INTO reading_batch (" + BATCH
                        + ", meter, source, kind, readings, recorded_by, recorded_at) VALUES (?,?,?,?,?,?,?,?,?,?,?)",
                kept.terminal(),
                kept.sequence(),
                kept.digest(),
                kept.enterprise(),
                kept.statement(),
                batch.meter(),
                batch.source(),
                kind,
                batch.readings().size(),
                recordedBy,
                clock.instant().toString());
    }

    private static void insert(Handle h, SignedBatch batch, List<MeterReading> readings) {
        PreparedBatch rows =
                h.prepareBatch("INSERT INTO reading (" + READING + ", terminal, sequence) VALUES (?,?,?,?,?,?,?,?,?)");
        for (MeterReading reading : readings) {
            rows.add(
                    reading.meter(),
                    reading.kind(),
                    reading.from().toString(),
                    reading.to().toString(),
                    reading.amount(),
                    reading.unit(),
                    reading.counter(),
                    batch.terminal(),
                    batch.sequence());
        }
        rows.execute();
    }

    private static Optional<MeterReading> last(Handle h, String meter, String kind) {
        return h.createQuery("SELECT " + READING
                        + " FROM reading WHERE meter = ? AND kind = ? ORDER BY ends_at DESC LIMIT 1")
                .bind(0, meter)
                .bind(1, kind)
                .map(ReadingStore::reading)
                .findOne();
    }

    private static Optional<KeptBatch> newest(Handle h, String terminal) {
        return h.createQuery(
                        "SELECT " + BATCH + " FROM reading_batch WHERE terminal = ? ORDER BY sequence DESC LIMIT 1")
                .bind(0, terminal)
                .map(ReadingStore::batch)
                .findOne();
    }

    private static Optional<KeptBatch> find(Handle h, String digest) {
        return h.createQuery("SELECT " + BATCH + " FROM reading_batch WHERE digest = ?")
                .bind(0, digest)
                .map(ReadingStore::batch)
                .findFirst();
    }

    /** The newest statement of a terminal; empty when there is none. */
    public Optional<KeptBatch> newest(String terminal) {
        return jdbi.withHandle(h -> newest(h, terminal));
    }

    /** The statement of a digest. */
    public Optional<KeptBatch> findBatch(String digest) {
        return jdbi.withHandle(h -> find(h, digest));
    }

    /** The newest reading of a meter and kind. */
    public Optional<MeterReading> last(String meter, String kind) {
        return jdbi.withHandle(h -> last(h, meter, kind));
    }

    @Override
    public List<MeterReading> find(String meter, Instant from, Instant to) {
        return find(meter, Optional.empty(), from, to, Integer.MAX_VALUE);
    }

    /** As {@link #find(String, Instant, Instant)}, of one kind or all, the first {@code most}, in the order of time. */
    public List<MeterReading> find(String meter, Optional<String> kind, Instant from, Instant to, int most) {
        return jdbi.withHandle(h -> h.createQuery("SELECT " + READING
                        + " FROM reading WHERE meter = ? AND ends_at > ? AND ends_at <= ? AND (kind = ? OR ? = '')"
                        + " ORDER BY ends_at, kind LIMIT ?")
                .bind(0, meter)
                .bind(1, wholeSecond(from))
                .bind(2, wholeSecond(to))
                .bind(3, kind.orElse(""))
                .bind(4, kind.orElse(""))
                .bind(5, most)
                .map(ReadingStore::reading)
                .list());
    }

    /** The readings of one statement, by time. */
    List<MeterReading> of(String terminal, long sequence) {
        return jdbi.withHandle(h -> h.createQuery(
                        "SELECT " + READING + " FROM reading WHERE terminal = ? AND sequence = ? ORDER BY ends_at")
                .bind(0, terminal)
                .bind(1, sequence)
                .map(ReadingStore::reading)
                .list());
    }

    /** The readings of a meter and kind whose intervals touch a span, by time. */
    List<MeterReading> touching(String meter, String kind, Instant from, Instant to) {
        return jdbi.withHandle(h -> h.createQuery("SELECT " + READING + " FROM reading"
                        + " WHERE meter = ? AND kind = ? AND ends_at > ? AND starts_at < ? ORDER BY ends_at")
                .bind(0, meter)
                .bind(1, kind)
                .bind(2, wholeSecond(from))
                .bind(3, wholeSecond(to))
                .map(ReadingStore::reading)
                .list());
    }

    /** Digests of the statements that the readings of a meter and kind in a span came in, by terminal and sequence. */
    List<String> batches(String meter, String kind, Instant from, Instant to) {
        return jdbi.withHandle(
                h -> h.createQuery("SELECT b.digest FROM reading_batch b WHERE b.meter = ? AND b.kind = ?"
                                + " AND EXISTS (SELECT 1 FROM reading r WHERE r.meter = b.meter AND r.kind = b.kind"
                                + " AND r.terminal = b.terminal AND r.sequence = b.sequence AND r.ends_at > ? AND r.ends_at <= ?)"
                                + " ORDER BY b.terminal, b.sequence")
                        .bind(0, meter)
                        .bind(1, kind)
                        .bind(2, wholeSecond(from))
                        .bind(3, wholeSecond(to))
                        .mapTo(String.class)
                        .list());
    }

    /** Keeps which statements a digest of evidence stands for. */
    void keepEvidence(String digest, List<String> batches) {
        jdbi.useHandle(h -> h.execute(
                "INSERT INTO reading_evidence (digest, batches) VALUES (?,?) ON CONFLICT (digest) DO NOTHING",
                digest,
                String.join("\n", batches)));
    }

    /** Digests of the statements that a digest of evidence stands for; empty when it stands for none. */
    public List<String> evidence(String digest) {
        return jdbi.withHandle(h -> h.createQuery("SELECT batches FROM reading_evidence WHERE digest = ?")
                .bind(0, digest)
                .mapTo(String.class)
                .findOne()
                .map(text -> List.of(text.split("\n")))
                .orElse(List.of()));
    }

    /** Readings are of whole seconds, so that a part of one makes no difference, and texts sort as instants do. */
    private static String wholeSecond(Instant instant) {
        return Instant.ofEpochSecond(instant.getEpochSecond()).toString();
    }

    private static KeptBatch batch(ResultSet row, StatementContext context) throws SQLException {
        return new KeptBatch(
                row.getString("terminal"),
                row.getLong("sequence"),
                row.getString("digest"),
                row.getString("enterprise"),
                row.getString("statement"));
    }

    private static MeterReading reading(ResultSet row, StatementContext context) throws SQLException {
        return new MeterReading(
                row.getString("meter"),
                row.getString("kind"),
                Instant.parse(row.getString("starts_at")),
                Instant.parse(row.getString("ends_at")),
                row.getString("amount"),
                row.getString("unit"),
                row.getString("counter"));
    }
}
