// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.regrade;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Reads the ledger for many enterprises, one after the other: a year of one in a single row, so that memory does not grow with
 * their number. Safe between threads; a {@link Reader} is for one.
 */
public final class LedgerYearStore {
    /** Jumps from handle to handle through the index instead of reading every entry. */
    private static final String ENTERPRISES = "WITH RECURSIVE found(handle) AS ("
            + "SELECT MIN(enterprise) FROM activity_entry WHERE enterprise > ? AND enterprise <= ?"
            + " UNION ALL SELECT (SELECT MIN(e.enterprise) FROM activity_entry e"
            + " WHERE e.enterprise > found.handle AND e.enterprise <= ?)"
            + " FROM found WHERE found.handle IS NOT NULL)"
            + " SELECT handle FROM found WHERE handle IS NOT NULL LIMIT ";

    private static final String YEAR = "SELECT string_agg("
            + LedgerRows.COLUMNS.stream()
                    .map(column -> column.equals("version") ? "CAST(version AS TEXT)" : column)
                    .collect(Collectors.joining(" || '" + LedgerRows.COLUMN_END + "' || "))
            + " || '" + LedgerRows.ROW_END + "', '') FROM activity_entry WHERE enterprise = ? AND year = ?";

    private final Jdbi jdbi;

    public LedgerYearStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The first handles after one, up to another and including it, that have entries of any year; sorted as the database sorts. */
    List<String> enterprises(String after, String last, int most) {
        return jdbi.withHandle(h -> h.createQuery(ENTERPRISES + most)
                .bind(0, after)
                .bind(1, last)
                .bind(2, last)
                .mapTo(String.class)
                .list());
    }

    /** The last handle that has entries; empty when there are none. */
    String lastEnterprise() {
        return jdbi.withHandle(h -> h.createQuery("SELECT COALESCE(MAX(enterprise), '') FROM activity_entry")
                .mapTo(String.class)
                .one());
    }

    Reader open() {
        return new Reader(jdbi.open());
    }

    /** A connection with the one statement prepared. */
    static final class Reader implements AutoCloseable {
        private final Handle handle;
        private final PreparedStatement statement;

        private Reader(Handle handle) {
            this.handle = handle;
            try {
                this.statement = handle.getConnection().prepareStatement(YEAR);
            } catch (SQLException e) {
                handle.close();
                throw new IllegalStateException("the ledger cannot be read: " + e.getMessage(), e);
            }
        }

        /** The newest entries of a year; none when there are none. */
        LedgerYear read(String enterprise, int year) {
            try {
                statement.setString(1, enterprise);
                statement.setInt(2, year);
                try (ResultSet row = statement.executeQuery()) {
                    String text = row.next() ? row.getString(1) : null;
                    return text == null ? new LedgerYear(List.of(), "", null) : LedgerRows.read(text);
                }
            } catch (SQLException e) {
                throw new IllegalStateException("the ledger cannot be read: " + e.getMessage(), e);
            }
        }

        @Override
        public void close() {
            try (handle) {
                statement.close();
            } catch (SQLException e) {
                throw new IllegalStateException("the ledger cannot be closed: " + e.getMessage(), e);
            }
        }
    }
}
