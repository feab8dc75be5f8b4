// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.declare;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import tools.jackson.databind.json.JsonMapper;

/**
 * All declarations ever made, in SQL.
 *
 * <p>Contract: rows are only added; content equal to the newest version's adds nothing; on disk when {@link #store} returns.
 * Safe between threads.
 */
public final class DeclarationStore {
    private static final JsonMapper JSON = new JsonMapper();

    private final Jdbi jdbi;
    private final InstantSource clock;

    public DeclarationStore(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /**
     * Stores the next version.
     *
     * @param expected version it follows, 0 for the first
     * @return the version that now holds; empty when {@code expected} is not the newest
     */
    public Optional<DeclaredVersion> store(
            String enterprise, int year, int expected, GradingDeclaration content, String recordedBy) {
        return jdbi.inTransaction(h -> {
            Optional<DeclaredVersion> newest = newest(h, enterprise, year);
            if (newest.map(DeclaredVersion::version).orElse(0) != expected) {
                return Optional.empty();
            }
            if (newest.isPresent() && newest.get().content().equals(content)) {
                return newest;
            }
            DeclaredVersion next =
                    new DeclaredVersion(enterprise, year, expected + 1, content, recordedBy, clock.instant());
            int added = h.execute(
                    "INSERT INTO grading_declaration (enterprise, year, version, content, recorded_by, recorded_at)"
                            + " VALUES (?,?,?,?,?,?) ON CONFLICT (enterprise, year, version) DO NOTHING",
                    enterprise,
                    year,
                    next.version(),
                    JSON.writeValueAsString(content),
                    recordedBy,
                    next.recordedAt().toString());
            return added == 1 ? Optional.of(next) : Optional.empty();
        });
    }

    /** The newest version; empty when nothing was declared. */
    public Optional<DeclaredVersion> findNewest(String enterprise, int year) {
        return jdbi.withHandle(h -> newest(h, enterprise, year));
    }

    private static Optional<DeclaredVersion> newest(Handle h, String enterprise, int year) {
        return h.createQuery("SELECT * FROM grading_declaration WHERE enterprise = ? AND year = ?"
                        + " ORDER BY version DESC LIMIT 1")
                .bind(0, enterprise)
                .bind(1, year)
                .map((row, context) -> new DeclaredVersion(
                        row.getString("enterprise"),
                        row.getInt("year"),
                        row.getInt("version"),
                        JSON.readValue(row.getString("content"), GradingDeclaration.class),
                        row.getString("recorded_by"),
                        Instant.parse(row.getString("recorded_at"))))
                .findOne();
    }
}
