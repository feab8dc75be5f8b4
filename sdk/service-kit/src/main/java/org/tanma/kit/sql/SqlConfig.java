// SPDX-License-Identifier: Apache-2.0
package org.tanma.kit.sql;

import java.nio.file.Path;

/** Where a service's tables live. */
public sealed interface SqlConfig {
    /** One SQLite file per service inside {@code directory}; write-ahead log, every commit flushed to disk. */
    record Embedded(Path directory) implements SqlConfig {}

    /**
     * A PostgreSQL database; each service has a schema of its own.
     *
     * @param url {@code jdbc:postgresql://host:port/database}
     * @param schemaPrefix put before the service's name to form the schema; usually empty
     */
    record PostgreSql(String url, String user, String password, String schemaPrefix) implements SqlConfig {
        public PostgreSql {
            if (!url.startsWith("jdbc:postgresql:")) {
                throw new IllegalArgumentException(
                        "database URL '" + url + "' is not supported; allowed: jdbc:postgresql://host:port/database");
            }
        }

        @Override
        public String toString() {
            return "PostgreSql[" + url + ", user " + user + "]";
        }
    }
}
