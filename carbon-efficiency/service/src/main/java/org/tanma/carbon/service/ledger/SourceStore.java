// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * The register of emission sources, in SQL.
 *
 * <p>Contract: versions are only added, on disk when the call returns, and are 1, 2, 3 … without a gap also when several
 * writers change a source at once. Safe between threads.
 */
public final class SourceStore {
    private static final String COLUMNS = "enterprise, source, version, site, process, device, uncertainty_percent,"
            + " data_quality, reason, recorded_by, recorded_at";

    private final Jdbi jdbi;
    private final InstantSource clock;

    public SourceStore(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Adds a version, unless the newest says the same; the version that now holds the content. */
    public SourceVersion put(
            String enterprise, String source, SourceContent content, String reason, String recordedBy) {
        return put(enterprise, source, content, reason, recordedBy, Optional.empty())
                .orElseThrow(() -> new IllegalStateException("no version was demanded"));
    }

    /**
     * As {@link #put(String, String, SourceContent, String, String)}.
     *
     * @param expected the version that must be the newest, 0 for none
     * @return empty, and nothing is added, where another is
     */
    public Optional<SourceVersion> put(
            String enterprise,
            String source,
            SourceContent content,
            String reason,
            String recordedBy,
            Optional<Integer> expected) {
        Instant now = clock.instant();
        return jdbi.inTransaction(h -> {
            PeriodStore.pass(h, enterprise);
            Optional<SourceVersion> newest = newest(h, enterprise, source);
            int held = newest.map(SourceVersion::version).orElse(0);
            if (expected.isPresent() && expected.get() != held) {
                return Optional.empty();
            }
            if (newest.isPresent() && newest.get().content().equals(content)) {
                return newest;
            }
            int version = held + 1;
            h.execute(
                    "INSERT INTO emission_source (" + COLUMNS + ") VALUES (?,?,?,?,?,?,?,?,?,?,?)",
                    enterprise,
                    source,
                    version,
                    content.site(),
                    content.process(),
                    content.device(),
                    content.uncertaintyPercent(),
                    content.dataQuality(),
                    reason,
                    recordedBy,
                    now.toString());
            return Optional.of(new SourceVersion(enterprise, source, version, content, reason, recordedBy, now));
        });
    }

    private static Optional<SourceVersion> newest(Handle h, String enterprise, String source) {
        return h.createQuery("SELECT " + COLUMNS + " FROM emission_source WHERE enterprise = ? AND source = ?"
                        + " ORDER BY version DESC LIMIT 1")
                .bind(0, enterprise)
                .bind(1, source)
                .map(SourceStore::version)
                .findOne();
    }

    /** The newest version of every source of an enterprise, in the order of their names. */
    public List<SourceVersion> newest(String enterprise) {
        return jdbi.withHandle(h -> h.createQuery("SELECT " + COLUMNS + " FROM emission_source s WHERE enterprise = ?"
                        + " AND version = (SELECT MAX(v.version) FROM emission_source v"
                        + " WHERE v.enterprise = s.enterprise AND v.source = s.source) ORDER BY source")
                .bind(0, enterprise)
                .map(SourceStore::version)
                .list());
    }

    /** All versions of one source, oldest first; empty when it was never registered. */
    public List<SourceVersion> history(String enterprise, String source) {
        return jdbi.withHandle(h -> h.createQuery("SELECT " + COLUMNS
                        + " FROM emission_source WHERE enterprise = ? AND source = ? ORDER BY version")
                .bind(0, enterprise)
                .bind(1, source)
                .map(SourceStore::version)
                .list());
    }

    private static SourceVersion version(ResultSet row, StatementContext context) throws SQLException {
        return new SourceVersion(
                row.getString("enterprise"),
                row.getString("source"),
                row.getInt("version"),
                new SourceContent(
                        row.getString("site"),
                        row.getString("process"),
                        row.getString("device"),
                        row.getString("uncertainty_percent"),
                        row.getString("data_quality")),
                row.getString("reason"),
                row.getString("recorded_by"),
                Instant.parse(row.getString("recorded_at")));
    }
}
