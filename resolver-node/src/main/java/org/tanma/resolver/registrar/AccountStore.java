// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/**
 * The accounts of the node, in SQL.
 *
 * <p>Durability: what a method reports as written survives the end of the process. Safe between threads and between
 * processes on the same database.
 */
public final class AccountStore {
    /** An account with the hash of its password. */
    public record Credentials(Account account, PasswordHash hash) {}

    private final Jdbi jdbi;
    private final InstantSource clock;

    public AccountStore(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Writes a new account; false, with nothing changed, when the name is taken. */
    public boolean create(Account account, PasswordHash hash) {
        return jdbi.inTransaction(h -> h.createUpdate("INSERT INTO account"
                                + " (name, roles, prefix, iterations, salt, password_hash, created_at)"
                                + " VALUES (:name, :roles, :prefix, :iterations, :salt, :hash, :at)"
                                + " ON CONFLICT (name) DO NOTHING")
                        .bind("name", account.name())
                        .bind(
                                "roles",
                                account.roles().stream()
                                        .map(Role::name)
                                        .sorted()
                                        .collect(Collectors.joining(",")))
                        .bind("prefix", account.prefix())
                        .bind("iterations", hash.iterations())
                        .bind("salt", text(hash.salt()))
                        .bind("hash", text(hash.hash()))
                        .bind("at", clock.instant().toString())
                        .execute())
                == 1;
    }

    public Optional<Credentials> find(String name) {
        return jdbi.withHandle(h -> h.createQuery("SELECT * FROM account WHERE name = :name")
                .bind("name", name)
                .map((row, context) -> credentials(row))
                .findOne());
    }

    /** All accounts by name. */
    public List<Account> list() {
        return jdbi.withHandle(h -> h.createQuery("SELECT * FROM account ORDER BY name")
                .map((row, context) -> credentials(row).account())
                .list());
    }

    /** Gives an account another password; false when there is no such account. */
    public boolean changePassword(String name, PasswordHash hash) {
        return jdbi.inTransaction(h -> h.createUpdate("UPDATE account SET iterations = :iterations, salt = :salt,"
                                + " password_hash = :hash WHERE name = :name")
                        .bind("name", name)
                        .bind("iterations", hash.iterations())
                        .bind("salt", text(hash.salt()))
                        .bind("hash", text(hash.hash()))
                        .execute())
                == 1;
    }

    /** Removes an account; false when there is none. What it registered stays. */
    public boolean remove(String name) {
        return jdbi.inTransaction(h -> h.createUpdate("DELETE FROM account WHERE name = :name")
                        .bind("name", name)
                        .execute())
                == 1;
    }

    private static Credentials credentials(ResultSet row) throws SQLException {
        Account account = new Account(
                row.getString("name"),
                Arrays.stream(row.getString("roles").split(",")).map(Role::of).collect(Collectors.toSet()),
                row.getString("prefix"));
        PasswordHash hash = new PasswordHash(
                row.getInt("iterations"), octets(row.getString("salt")), octets(row.getString("password_hash")));
        return new Credentials(account, hash);
    }

    private static String text(byte[] octets) {
        return Base64.getEncoder().encodeToString(octets);
    }

    private static byte[] octets(String text) {
        return Base64.getDecoder().decode(text);
    }
}
