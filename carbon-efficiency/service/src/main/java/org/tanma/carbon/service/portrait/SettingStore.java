// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.portrait;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Thresholds and tariff hours as they were set, in SQL.
 *
 * <p>Contract: only ever added to, versions of a scope and topic are 1, 2, 3 … without a gap; on disk when {@link #put} returns; a body equal to the newest
 * adds nothing. Safe between threads.
 */
public final class SettingStore {
    private final Jdbi jdbi;
    private final InstantSource clock;

    public SettingStore(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** What is set of one topic at one place. */
    public enum Topic {
        THRESHOLDS("thresholds"),
        TARIFF("tariff");

        private final String code;

        Topic(String code) {
            this.code = code;
        }
    }

    /**
     * Sets a new version.
     *
     * @param expected the version it replaces, 0 for none; null to replace whichever there is
     * @return what holds now; empty when another version than the expected one holds
     */
    public Optional<KeptSetting> put(
            String scope,
            Topic topic,
            String body,
            @org.jspecify.annotations.Nullable Integer expected,
            String recordedBy) {
        Instant now = clock.instant();
        return jdbi.inTransaction(h -> {
            Optional<KeptSetting> newest = newest(h, scope, topic);
            int version = newest.map(KeptSetting::version).orElse(0);
            if (expected != null && expected != version) {
                return Optional.empty();
            }
            if (newest.isPresent() && newest.get().body().equals(body)) {
                return newest;
            }
            int taken = h.execute(
                    "INSERT INTO monitor_setting (scope, topic, version, body, recorded_by, recorded_at)"
                            + " VALUES (?,?,?,?,?,?) ON CONFLICT (scope, topic, version) DO NOTHING",
                    scope,
                    topic.code,
                    version + 1,
                    body,
                    recordedBy,
                    now.toString());
            return taken == 1
                    ? Optional.of(new KeptSetting(scope, version + 1, body, recordedBy, now))
                    : Optional.empty();
        });
    }

    /** What is set now; empty when nothing ever was. */
    public Optional<KeptSetting> findNewest(String scope, Topic topic) {
        return jdbi.withHandle(h -> newest(h, scope, topic));
    }

    private static Optional<KeptSetting> newest(Handle h, String scope, Topic topic) {
        return h.createQuery("SELECT scope, version, body, recorded_by, recorded_at FROM monitor_setting"
                        + " WHERE scope = ? AND topic = ? ORDER BY version DESC LIMIT 1")
                .bind(0, scope)
                .bind(1, topic.code)
                .map(SettingStore::setting)
                .findOne();
    }

    private static KeptSetting setting(ResultSet row, StatementContext context) throws SQLException {
        return new KeptSetting(
                row.getString("scope"),
                row.getInt("version"),
                row.getString("body"),
                row.getString("recorded_by"),
                Instant.parse(row.getString("recorded_at")));
    }
}
