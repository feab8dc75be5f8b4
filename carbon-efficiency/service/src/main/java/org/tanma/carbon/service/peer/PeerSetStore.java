// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.peer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * All peer sets ever given, in SQL.
 *
 * <p>Contract: {@link #store} is one transaction, on disk when it returns; nothing is changed or removed; content equal to the
 * newest version's adds nothing. Safe between threads.
 */
public final class PeerSetStore {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<PeerRow>> ROWS = new TypeReference<>() {};
    private static final String COLUMNS =
            "industry, year, version, source, is_demonstration, peers, recorded_by, recorded_at, region, size_class,"
                    + " emission_unit, denominator_unit";

    private final Jdbi jdbi;
    private final InstantSource clock;

    public PeerSetStore(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /**
     * Stores all drafts, or none when the database fails; returns the version that now holds each, by industry and year.
     */
    public List<PeerSet> store(List<PeerSetDraft> drafts, String recordedBy) {
        Instant now = clock.instant();
        // One order for all writers, so that two of them never wait for each other.
        List<PeerSetDraft> ordered = drafts.stream()
                .sorted(Comparator.comparing(PeerSetDraft::industry).thenComparing(PeerSetDraft::year))
                .toList();
        return jdbi.inTransaction(
                h -> ordered.stream().map(d -> store(h, d, recordedBy, now)).toList());
    }

    private static PeerSet store(Handle h, PeerSetDraft draft, String recordedBy, Instant now) {
        while (true) {
            Optional<PeerSet> newest = newest(h, draft.industry(), draft.year(), draft.selection());
            if (newest.isPresent() && newest.get().content().equals(draft)) {
                return newest.get();
            }
            int version = h.createQuery(
                            "SELECT COALESCE(MAX(version), 0) + 1 FROM peer_set WHERE industry = ? AND year = ?")
                    .bind(0, draft.industry())
                    .bind(1, draft.year())
                    .mapTo(Integer.class)
                    .one();
            PeerSet next = new PeerSet(draft, version, recordedBy, now);
            // Another writer may take this version between the look and the insert; then look again.
            if (insert(h, next) == 1) {
                return next;
            }
        }
    }

    private static int insert(Handle h, PeerSet set) {
        PeerSetDraft content = set.content();
        return h.execute(
                "INSERT INTO peer_set (" + COLUMNS + ") VALUES (?,?,?,?,?,?,?,?,?,?,?,?)"
                        + " ON CONFLICT (industry, year, version) DO NOTHING",
                content.industry(),
                content.year(),
                set.version(),
                content.source(),
                content.isDemonstration() ? 1 : 0,
                JSON.writeValueAsString(content.rows()),
                set.recordedBy(),
                set.recordedAt().toString(),
                content.selection().region(),
                content.selection().size(),
                content.selection().emissionUnit(),
                content.selection().denominatorUnit());
    }

    /** The newest version for an industry and year, of the whole country and any size; empty when none was ever given. */
    public Optional<PeerSet> findNewest(String industry, int year) {
        return findNewest(industry, year, PeerSelection.USUAL);
    }

    /** The newest version of this selection; empty when none was ever given. */
    public Optional<PeerSet> findNewest(String industry, int year, PeerSelection selection) {
        return jdbi.withHandle(h -> newest(h, industry, year, selection));
    }

    private static Optional<PeerSet> newest(Handle h, String industry, int year, PeerSelection selection) {
        return h.createQuery("SELECT " + COLUMNS
                        + " FROM peer_set WHERE industry = ? AND year = ? AND region = ? AND size_class = ?"
                        + " AND emission_unit = ? AND denominator_unit = ? ORDER BY version DESC LIMIT 1")
                .bind(0, industry)
                .bind(1, year)
                .bind(2, selection.region())
                .bind(3, selection.size())
                .bind(4, selection.emissionUnit())
                .bind(5, selection.denominatorUnit())
                .map(PeerSetStore::peerSet)
                .findOne();
    }

    /** Every version of every set, by industry, year and version. */
    public List<PeerSet> list() {
        Comparator<PeerSet> order = Comparator.<PeerSet, String>comparing(
                        s -> s.content().industry())
                .thenComparing(s -> s.content().year())
                .thenComparing(PeerSet::version);
        return jdbi.withHandle(
                h -> h.createQuery("SELECT " + COLUMNS + " FROM peer_set").map(PeerSetStore::peerSet).stream()
                        .sorted(order)
                        .toList());
    }

    private static PeerSet peerSet(ResultSet row, StatementContext context) throws SQLException {
        PeerSetDraft content = new PeerSetDraft(
                row.getString("industry"),
                row.getInt("year"),
                row.getString("source"),
                row.getInt("is_demonstration") == 1,
                JSON.readValue(row.getString("peers"), ROWS),
                new PeerSelection(
                        row.getString("region"),
                        row.getString("size_class"),
                        row.getString("emission_unit"),
                        row.getString("denominator_unit")));
        return new PeerSet(
                content,
                row.getInt("version"),
                row.getString("recorded_by"),
                Instant.parse(row.getString("recorded_at")));
    }
}
