// SPDX-License-Identifier: Apache-2.0
package org.tanma.kit.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Locale;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * A service's database, migrated and ready.
 *
 * <p>Contract: a transaction that has returned is on disk (SQLite: WAL with synchronous=FULL; PostgreSQL: its own
 * synchronous_commit). Writers wait up to 10 s for one another on SQLite, which has one writer at a time. Safe between
 * threads. Migrations are the files under {@code db/<service>} on the class path, the same on both engines.
 */
public final class SqlDatabase implements AutoCloseable {
    private static final int BUSY_TIMEOUT_MILLIS = 10_000;
    private static final int EMBEDDED_CONNECTIONS = 4;
    private static final int SERVED_CONNECTIONS = 10;

    private final HikariDataSource pool;
    private final Jdbi jdbi;

    private SqlDatabase(HikariDataSource pool) {
        this.pool = pool;
        this.jdbi = Jdbi.create(pool);
    }

    /**
     * Opens the database of {@code service} and brings its tables to the newest version.
     *
     * @throws DatabaseUnavailableException when it cannot be reached or migrated; the message says which and why
     */
    public static SqlDatabase open(SqlConfig config, String service) {
        HikariConfig hikari = new HikariConfig();
        hikari.setPoolName(service);
        String schema;
        if (config instanceof SqlConfig.PostgreSql served) {
            schema = served.schemaPrefix() + service;
            hikari.setJdbcUrl(served.url());
            hikari.setUsername(served.user());
            hikari.setPassword(served.password());
            hikari.setSchema(schema);
            hikari.setMaximumPoolSize(SERVED_CONNECTIONS);
        } else {
            schema = "";
            hikari.setDataSource(embedded((SqlConfig.Embedded) config, service));
            hikari.setMaximumPoolSize(EMBEDDED_CONNECTIONS);
        }
        HikariDataSource pool = connect(config, hikari);
        try {
            migrate(pool, service, schema);
            return new SqlDatabase(pool);
        } catch (RuntimeException e) {
            pool.close();
            throw DatabaseUnavailableException.notMigrated(service, config, e);
        }
    }

    private static HikariDataSource connect(SqlConfig config, HikariConfig hikari) {
        try {
            return new HikariDataSource(hikari);
        } catch (RuntimeException e) {
            throw DatabaseUnavailableException.unreachable(config, e);
        }
    }

    private static DataSource embedded(SqlConfig.Embedded config, String service) {
        SQLiteConfig pragmas = new SQLiteConfig();
        pragmas.setJournalMode(SQLiteConfig.JournalMode.WAL);
        pragmas.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        pragmas.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        pragmas.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        pragmas.enforceForeignKeys(true);
        SQLiteDataSource source = new SQLiteDataSource(pragmas);
        source.setUrl("jdbc:sqlite:" + config.directory().resolve(service.toLowerCase(Locale.ROOT) + ".db"));
        return source;
    }

    private static void migrate(DataSource source, String service, String schema) {
        var flyway = Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/" + service)
                .validateMigrationNaming(true)
                .failOnMissingLocations(true);
        if (!schema.isEmpty()) {
            flyway.schemas(schema).defaultSchema(schema).createSchemas(true);
        }
        flyway.load().migrate();
    }

    /** The way to query it. */
    public Jdbi jdbi() {
        return jdbi;
    }

    /** True when a statement can be run now. */
    public boolean isAnswering() {
        return jdbi.withHandle(
                        h -> h.createQuery("SELECT 1").mapTo(Integer.class).one())
                == 1;
    }

    @Override
    public void close() {
        pool.close();
    }
}
