// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.enterprise;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The enterprises that were admitted, in SQL. What a method reports as written is on disk; safe between threads. */
public final class EnterpriseStore implements Quotas {
    private static final String WHERE = " WHERE prefix = :prefix";

    private final Jdbi jdbi;

    public EnterpriseStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Adds an enterprise within the caller's transaction; false, with nothing changed, when the prefix is taken. */
    public boolean add(Handle transaction, Enterprise enterprise) {
        return transaction
                        .createUpdate("INSERT INTO enterprise (prefix, handle, name, credit_code, state, reason, quota,"
                                + " used, admitted_at) VALUES (:prefix, :handle, :name, :creditCode, :state, :reason,"
                                + " :quota, :used, :at) ON CONFLICT (prefix) DO NOTHING")
                        .bind("prefix", enterprise.prefix())
                        .bind("handle", enterprise.handle())
                        .bind("name", enterprise.name())
                        .bind("creditCode", enterprise.creditCode())
                        .bind("state", enterprise.state().name())
                        .bind("reason", enterprise.reason())
                        .bind("quota", enterprise.quota())
                        .bind("used", enterprise.used())
                        .bind("at", enterprise.admittedAt().toString())
                        .execute()
                == 1;
    }

    public Optional<Enterprise> find(String prefix) {
        return jdbi.withHandle(h -> h.createQuery("SELECT * FROM enterprise" + WHERE)
                .bind("prefix", prefix)
                .map((row, context) -> enterprise(row))
                .findOne());
    }

    /** Enterprises whose prefix comes after {@code after}, by prefix as text, at most {@code limit}. */
    public List<Enterprise> page(String after, int limit) {
        return jdbi.withHandle(
                h -> h.createQuery("SELECT * FROM enterprise WHERE prefix > :after ORDER BY prefix LIMIT :limit")
                        .bind("after", after)
                        .bind("limit", limit)
                        .map((row, context) -> enterprise(row))
                        .list());
    }

    /** Suspends an enterprise for a reason, or lets it write again; false when there is none. */
    public boolean change(Handle transaction, String prefix, Enterprise.State state, String reason) {
        return transaction
                        .createUpdate("UPDATE enterprise SET state = :state, reason = :reason" + WHERE)
                        .bind("prefix", prefix)
                        .bind("state", state.name())
                        .bind("reason", reason)
                        .execute()
                == 1;
    }

    /** Gives an enterprise another quota; false when there is none. What it holds already stays. */
    public boolean changeQuota(Handle transaction, String prefix, long quota) {
        return transaction
                        .createUpdate("UPDATE enterprise SET quota = :quota" + WHERE)
                        .bind("prefix", prefix)
                        .bind("quota", quota)
                        .execute()
                == 1;
    }

    @Override
    public Reservation reserve(String prefix, long records) {
        if (records < 0) {
            throw new IllegalArgumentException("records must be 0 or more, not " + records);
        }
        if (find(prefix).isEmpty()) {
            return new Reservation(Status.GRANTED, Long.MAX_VALUE, Long.MAX_VALUE, "");
        }
        return jdbi.inTransaction(h -> {
            int changed = h.createUpdate("UPDATE enterprise SET used = used + :records" + WHERE
                            + " AND state = 'ACTIVE' AND (:records = 0 OR used + :records <= quota)")
                    .bind("prefix", prefix)
                    .bind("records", records)
                    .execute();
            Optional<Enterprise> now = h.createQuery("SELECT * FROM enterprise" + WHERE)
                    .bind("prefix", prefix)
                    .map((row, context) -> enterprise(row))
                    .findOne();
            if (now.isEmpty()) {
                return new Reservation(Status.GRANTED, Long.MAX_VALUE, Long.MAX_VALUE, "");
            }
            Enterprise e = now.get();
            long remaining = Math.max(0, e.quota() - e.used());
            if (e.state() == Enterprise.State.SUSPENDED) {
                return new Reservation(Status.SUSPENDED, e.quota(), remaining, e.reason());
            }
            return new Reservation(changed == 1 ? Status.GRANTED : Status.EXHAUSTED, e.quota(), remaining, "");
        });
    }

    @Override
    public void release(String prefix, long records) {
        jdbi.useTransaction(h -> h.createUpdate("UPDATE enterprise SET used = CASE WHEN used < :records THEN 0"
                        + " ELSE used - :records END" + WHERE)
                .bind("prefix", prefix)
                .bind("records", records)
                .execute());
    }

    private static Enterprise enterprise(ResultSet row) throws SQLException {
        return new Enterprise(
                row.getString("prefix"),
                row.getString("handle"),
                row.getString("name"),
                row.getString("credit_code"),
                Enterprise.State.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getLong("quota"),
                row.getLong("used"),
                Instant.parse(row.getString("admitted_at")));
    }
}
