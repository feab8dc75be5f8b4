// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.audit;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Triggers by which the engine itself refuses to change or remove rows of the audit log.
 *
 * <p>They are not in the migrations because the two engines have no trigger syntax in common. Whoever may change tables can
 * take them away; the chain of digests then shows what was done.
 */
final class AuditGuard {
    private static final List<String> POSTGRESQL = List.of(
            "CREATE OR REPLACE FUNCTION audit_entry_stays() RETURNS trigger LANGUAGE plpgsql AS"
                    + " $$ BEGIN RAISE EXCEPTION 'the audit log is append only'; END $$",
            "CREATE OR REPLACE TRIGGER audit_entry_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry"
                    + " FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_stays()");
    private static final List<String> SQLITE = List.of(
            "CREATE TRIGGER IF NOT EXISTS audit_entry_no_update BEFORE UPDATE ON audit_entry"
                    + " BEGIN SELECT RAISE(ABORT, 'the audit log is append only'); END",
            "CREATE TRIGGER IF NOT EXISTS audit_entry_no_delete BEFORE DELETE ON audit_entry"
                    + " BEGIN SELECT RAISE(ABORT, 'the audit log is append only'); END");

    private AuditGuard() {}

    static void install(Jdbi jdbi) {
        try {
            guard(jdbi);
        } catch (SQLException e) {
            throw new IllegalStateException("the audit log cannot be guarded against changes", e);
        }
    }

    private static void guard(Jdbi jdbi) throws SQLException {
        jdbi.useTransaction(h -> {
            h.execute("UPDATE audit_turn SET turn = turn WHERE id = 1");
            try (Statement statement = h.getConnection().createStatement()) {
                for (String text : isPostgreSql(h) ? POSTGRESQL : SQLITE) {
                    statement.execute(text);
                }
            }
        });
    }

    private static boolean isPostgreSql(Handle handle) throws SQLException {
        return handle.getConnection()
                .getMetaData()
                .getDatabaseProductName()
                .toLowerCase(Locale.ROOT)
                .startsWith("postgres");
    }
}
