// SPDX-License-Identifier: Apache-2.0
package org.tanma.kit.sql;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A database that cannot be reached or brought to the version the code needs; the message is for the node's operator. */
public final class DatabaseUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String service;
    private final String database;
    private final String reason;

    private DatabaseUnavailableException(
            String message, @Nullable String service, SqlConfig config, String reason, Throwable cause) {
        super(message + ": " + reason, cause);
        this.service = service;
        this.database = config.toString();
        this.reason = reason;
    }

    static DatabaseUnavailableException unreachable(SqlConfig config, RuntimeException cause) {
        String reason = String.valueOf((cause.getCause() == null ? cause : cause.getCause()).getMessage());
        return new DatabaseUnavailableException(
                "The database " + config + " cannot be reached", null, config, reason, cause);
    }

    static DatabaseUnavailableException notMigrated(String service, SqlConfig config, RuntimeException cause) {
        return new DatabaseUnavailableException(
                "The tables of " + service + " in " + config + " cannot be brought to this version",
                service,
                config,
                String.valueOf(cause.getMessage()),
                cause);
    }

    /** Whose tables cannot be brought to this version; empty when the database cannot be reached at all. */
    public Optional<String> service() {
        return Optional.ofNullable(service);
    }

    /** Which database, without its password. */
    public String database() {
        return database;
    }

    /** What the database or its driver said. */
    public String reason() {
        return reason;
    }
}
