// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.tanma.carbon.service.ledger.RecordedVersion.Outcome;

/**
 * Every figure enterprises have reported, in SQL.
 *
 * <p>Contract: {@link #record} is one transaction, on disk when it returns; nothing is ever changed or removed; versions of a
 * key are 1, 2, 3 … without a gap, also when several writers correct it at once; a closed period takes none, nor is a
 * correction taken that does not say why. Safe between threads.
 */
public final class ActivityLedger {
    private static final String COLUMNS = "enterprise, source, kind, period, version, amount, unit, meter, evidence,"
            + " measured, note, recorded_by, recorded_at, reason";

    private final Jdbi jdbi;
    private final InstantSource clock;

    public ActivityLedger(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /**
     * Records the drafts in one transaction; content the newest version already has adds nothing, nor does taking back what is
     * not there; what is refused stops no other. The answer is in the order of the keys.
     */
    public List<RecordedVersion> record(List<ActivityDraft> drafts, String recordedBy) {
        return record(drafts, recordedBy, false);
    }

    /**
     * As {@link #record(List, String)}, and where {@code isAtomic} nothing is recorded when any of the drafts is refused; the
     * others are then answered as they would have been.
     */
    public List<RecordedVersion> record(List<ActivityDraft> drafts, String recordedBy, boolean isAtomic) {
        String now = clock.instant().toString();
        // One order for all writers, so that two of them never wait for each other.
        List<ActivityDraft> ordered =
                drafts.stream().sorted(Comparator.comparing(ActivityDraft::key)).toList();
        return jdbi.inTransaction(h -> {
            Map<String, ClosedPeriods> closed = new TreeMap<>();
            ordered.forEach(d -> closed.computeIfAbsent(d.key().enterprise(), enterprise -> {
                PeriodStore.pass(h, enterprise);
                return PeriodStore.closed(h, enterprise);
            }));
            if (isAtomic) {
                List<RecordedVersion> expected = ordered.stream()
                        .map(d -> next(d, newest(h, d.key()), closed))
                        .toList();
                if (expected.stream().anyMatch(RecordedVersion::isRefused)) {
                    return expected;
                }
            }
            List<RecordedVersion> recorded = new ArrayList<>(ordered.size());
            for (ActivityDraft draft : ordered) {
                recorded.add(record(h, draft, closed, recordedBy, now));
            }
            return recorded;
        });
    }

    /** What {@link #record} would do, without doing it; drafts are judged one by one against what is recorded now. */
    public List<RecordedVersion> preview(List<ActivityDraft> drafts) {
        return jdbi.withHandle(h -> {
            Map<String, ClosedPeriods> closed = new HashMap<>();
            drafts.forEach(
                    d -> closed.computeIfAbsent(d.key().enterprise(), enterprise -> PeriodStore.closed(h, enterprise)));
            return drafts.stream().map(d -> next(d, newest(h, d.key()), closed)).toList();
        });
    }

    private static RecordedVersion record(
            Handle h, ActivityDraft draft, Map<String, ClosedPeriods> closed, String recordedBy, String now) {
        while (true) {
            RecordedVersion next = next(draft, newest(h, draft.key()), closed);
            // Another writer may take this version between the look and the insert; then look again.
            if (!next.isNew() || insert(h, draft, next.version(), recordedBy, now) == 1) {
                return next;
            }
        }
    }

    private static RecordedVersion next(
            ActivityDraft draft, Optional<ActivityEntry> newest, Map<String, ClosedPeriods> closed) {
        boolean isWithdrawn = draft.content().isWithdrawn();
        boolean isSame = newest.map(n ->
                        isWithdrawn ? n.content().isWithdrawn() : n.content().equals(draft.content()))
                .orElse(isWithdrawn);
        int version = newest.map(ActivityEntry::version).orElse(0);
        EntryKey key = draft.key();
        if (isSame) {
            return new RecordedVersion(key, version, Outcome.SAME);
        }
        ClosedPeriods periods = closed.get(key.enterprise());
        if (periods != null && periods.covers(key.period())) {
            return new RecordedVersion(key, version, Outcome.CLOSED);
        }
        return version > 0 && draft.reason().isBlank()
                ? new RecordedVersion(key, version, Outcome.UNREASONED)
                : new RecordedVersion(key, version + 1, Outcome.NEW);
    }

    private static int insert(Handle h, ActivityDraft draft, int version, String recordedBy, String now) {
        EntryKey key = draft.key();
        EntryContent content = draft.content();
        return h.execute(
                "INSERT INTO activity_entry (" + COLUMNS + ", year) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
                        + " ON CONFLICT (enterprise, source, kind, period, version) DO NOTHING",
                key.enterprise(),
                key.source(),
                key.kind(),
                key.period().text(),
                version,
                content.amount(),
                content.unit(),
                content.meter(),
                content.evidence(),
                MeasuredColumn.write(content.measured()),
                content.note(),
                recordedBy,
                now,
                draft.reason(),
                key.period().year());
    }

    private static Optional<ActivityEntry> newest(Handle h, EntryKey key) {
        return h.createQuery("SELECT " + COLUMNS + " FROM activity_entry"
                        + " WHERE enterprise = ? AND source = ? AND kind = ? AND period = ?"
                        + " ORDER BY version DESC LIMIT 1")
                .bind(0, key.enterprise())
                .bind(1, key.source())
                .bind(2, key.kind())
                .bind(3, key.period().text())
                .map(ActivityLedger::entry)
                .findOne();
    }

    /** The newest version of everything that covers a part of {@code year} and is not taken back, in the order of the keys. */
    public List<ActivityEntry> newest(String enterprise, int year) {
        return jdbi.withHandle(h -> h
                .createQuery("SELECT " + COLUMNS + " FROM activity_entry e"
                        + " WHERE enterprise = ? AND year = ? AND version = (SELECT MAX(v.version) FROM activity_entry v"
                        + " WHERE v.enterprise = e.enterprise AND v.source = e.source AND v.kind = e.kind"
                        + " AND v.period = e.period)")
                .bind(0, enterprise)
                .bind(1, year)
                .map(ActivityLedger::entry)
                .stream()
                .filter(e -> !e.content().isWithdrawn())
                .sorted(Comparator.comparing(ActivityEntry::key))
                .toList());
    }

    /** All versions of one entry, oldest first; empty when it was never reported. */
    public List<ActivityEntry> history(EntryKey key) {
        return jdbi.withHandle(h -> h.createQuery("SELECT " + COLUMNS + " FROM activity_entry"
                        + " WHERE enterprise = ? AND source = ? AND kind = ? AND period = ? ORDER BY version")
                .bind(0, key.enterprise())
                .bind(1, key.source())
                .bind(2, key.kind())
                .bind(3, key.period().text())
                .map(ActivityLedger::entry)
                .list());
    }

    private static ActivityEntry entry(ResultSet row, StatementContext context) throws SQLException {
        EntryKey key = new EntryKey(
                row.getString("enterprise"),
                row.getString("source"),
                row.getString("kind"),
                Period.get(row.getString("period")));
        EntryContent content = new EntryContent(
                row.getString("amount"),
                row.getString("unit"),
                row.getString("meter"),
                row.getString("evidence"),
                MeasuredColumn.read(row.getString("measured")),
                row.getString("note"));
        return new ActivityEntry(
                key,
                row.getInt("version"),
                content,
                row.getString("recorded_by"),
                Instant.parse(row.getString("recorded_at")),
                row.getString("reason"));
    }
}
