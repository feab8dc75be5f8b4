// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Closings and reopenings of months and years, in SQL.
 *
 * <p>Contract: events are only added, on disk when the call returns, and numbered 1, 2, 3 … for each enterprise; a figure
 * recorded at the same time as a closing is either there before it, or refused. Safe between threads.
 */
public final class PeriodStore {
    private final Jdbi jdbi;
    private final InstantSource clock;

    public PeriodStore(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Adds an event, also where the period stands like that already. */
    public PeriodEvent add(String enterprise, Period period, boolean isClosed, String reason, String recordedBy) {
        Instant now = clock.instant();
        return jdbi.inTransaction(h -> {
            pass(h, enterprise);
            int number = h.createQuery("SELECT COALESCE(MAX(number), 0) + 1 FROM period_event WHERE enterprise = ?")
                    .bind(0, enterprise)
                    .mapTo(Integer.class)
                    .one();
            h.execute(
                    "INSERT INTO period_event (enterprise, number, period, is_closed, reason, recorded_by, recorded_at)"
                            + " VALUES (?,?,?,?,?,?,?)",
                    enterprise,
                    number,
                    period.text(),
                    isClosed ? 1 : 0,
                    reason,
                    recordedBy,
                    now.toString());
            return new PeriodEvent(enterprise, number, period, isClosed, reason, recordedBy, now);
        });
    }

    /** All events of an enterprise, oldest first. */
    public List<PeriodEvent> list(String enterprise) {
        return jdbi.withHandle(h -> list(h, enterprise));
    }

    public ClosedPeriods closed(String enterprise) {
        return ClosedPeriods.after(list(enterprise));
    }

    /** Holds up other writers of this enterprise's figures until the transaction ends. */
    public static void pass(Handle h, String enterprise) {
        h.execute(
                "INSERT INTO period_gate (enterprise, passes) VALUES (?, 1)"
                        + " ON CONFLICT (enterprise) DO UPDATE SET passes = period_gate.passes + 1",
                enterprise);
    }

    static ClosedPeriods closed(Handle h, String enterprise) {
        return ClosedPeriods.after(list(h, enterprise));
    }

    private static List<PeriodEvent> list(Handle h, String enterprise) {
        return h.createQuery("SELECT enterprise, number, period, is_closed, reason, recorded_by, recorded_at"
                        + " FROM period_event WHERE enterprise = ? ORDER BY number")
                .bind(0, enterprise)
                .map(PeriodStore::event)
                .list();
    }

    private static PeriodEvent event(ResultSet row, StatementContext context) throws SQLException {
        return new PeriodEvent(
                row.getString("enterprise"),
                row.getInt("number"),
                Period.get(row.getString("period")),
                row.getInt("is_closed") == 1,
                row.getString("reason"),
                row.getString("recorded_by"),
                Instant.parse(row.getString("recorded_at")));
    }
}
