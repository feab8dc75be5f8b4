// SPDX-License-Identifier: Apache-2.0
package org.tanma.kit.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.tanma.kit.sql.SqlConfig;
import org.tanma.kit.sql.SqlDatabase;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * Gives each test a fresh, migrated database on a real engine: SQLite in a temporary directory, or PostgreSQL from
 * Testcontainers where a Docker engine answers, else as a local process.
 *
 * <p>Register it as a static field of the engine's test class. It prints once a JVM which PostgreSQL serves, and never
 * skips: an engine that does not start fails the test.
 */
public final class SqlEngines implements AfterEachCallback {
    private static final String IMAGE = "postgres:18-alpine";

    private final boolean isPostgreSql;
    private final String service;
    private final List<SqlDatabase> opened = new ArrayList<>();
    private final List<Path> directories = new ArrayList<>();

    private SqlEngines(boolean isPostgreSql, String service) {
        this.isPostgreSql = isPostgreSql;
        this.service = service;
    }

    public static SqlEngines sqlite(String service) {
        return new SqlEngines(false, service);
    }

    public static SqlEngines postgreSql(String service) {
        return new SqlEngines(true, service);
    }

    /** A new empty database, migrated; closed after the test. */
    public SqlDatabase open() {
        return open(freshConfig());
    }

    /** Where a new empty database would live; open it several times to see what a restart sees. */
    public SqlConfig freshConfig() {
        if (isPostgreSql) {
            return PostgreSql.server().schema("t" + UUID.randomUUID().toString().replace("-", ""));
        }
        try {
            Path directory = Files.createTempDirectory("tanma-sql");
            directories.add(directory);
            return new SqlConfig.Embedded(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public SqlDatabase open(SqlConfig config) {
        SqlDatabase database = SqlDatabase.open(config, service);
        opened.add(database);
        return database;
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        opened.forEach(SqlDatabase::close);
        opened.clear();
        for (Path directory : directories) {
            try (var files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        directories.clear();
    }

    /** The one PostgreSQL of this JVM. */
    private record PostgreSql(String url, String user, String password) {
        private static final class Holder {
            private static final PostgreSql SERVER = start();
        }

        static PostgreSql server() {
            return Holder.SERVER;
        }

        SqlConfig schema(String prefix) {
            return new SqlConfig.PostgreSql(url, user, password, prefix + "_");
        }

        private static PostgreSql start() {
            PostgreSql server = DockerClientFactory.instance().isDockerAvailable() ? container() : process();
            try (var connection = java.sql.DriverManager.getConnection(server.url, server.user, server.password)) {
                System.out.println(
                        "SQL engine under test: " + connection.getMetaData().getDatabaseProductName() + " "
                                + connection.getMetaData().getDatabaseProductVersion() + " at " + server.url);
            } catch (SQLException e) {
                throw new IllegalStateException("PostgreSQL for the tests does not answer", e);
            }
            return server;
        }

        @SuppressWarnings("resource")
        private static PostgreSql container() {
            PostgreSQLContainer container = new PostgreSQLContainer(IMAGE);
            container.start();
            System.out.println("PostgreSQL for the tests: a container of " + IMAGE);
            return new PostgreSql(container.getJdbcUrl(), container.getUsername(), container.getPassword());
        }

        private static PostgreSql process() {
            try {
                EmbeddedPostgres process = EmbeddedPostgres.start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> close(process)));
                System.out.println("PostgreSQL for the tests: a local process (no Docker engine answers)");
                return new PostgreSql(process.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL for the tests did not start", e);
            }
        }

        private static void close(EmbeddedPostgres process) {
            try {
                process.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
