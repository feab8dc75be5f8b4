// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The accounts of the node, in SQL.
 *
 * <p>Durability: what a method reports as written survives the end of the process. Safe between threads and between
 * processes on the same database.
 */
public final class AccountStore {
    /**
     * An account with the hash of its password.
     *
     * @param isEnabled whether it may sign in
     * @param passwordAt when its owner last changed the password, or somebody reset it; {@link Instant#EPOCH} when never
     */
    public record Credentials(Account account, PasswordHash hash, boolean isEnabled, Instant passwordAt) {
        /** An account that may sign in, with the password it was made with. */
        public Credentials(Account account, PasswordHash hash) {
            this(account, hash, true, Instant.EPOCH);
        }
    }

    private static final String ACTIVE = "ACTIVE";

    private final Jdbi jdbi;
    private final InstantSource clock;

    public AccountStore(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Writes a new account; false, with nothing changed, when the name is taken. */
    public boolean create(Account account, PasswordHash hash) {
        return jdbi.inTransaction(h -> create(h, account, hash, false));
    }

    /** As {@link #create}, with a password that its owner must change first. */
    public boolean createInitial(Account account, PasswordHash hash) {
        return jdbi.inTransaction(h -> create(h, account, hash, true));
    }

    /** As {@link #create} within the caller's transaction. */
    public boolean create(Handle transaction, Account account, PasswordHash hash, boolean mustChange) {
        return transaction
                        .createUpdate("INSERT INTO account"
                                + " (name, roles, prefix, iterations, salt, password_hash, created_at, must_change)"
                                + " VALUES (:name, :roles, :prefix, :iterations, :salt, :hash, :at, :mustChange)"
                                + " ON CONFLICT (name) DO NOTHING")
                        .bind("mustChange", mustChange ? 1 : 0)
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
                        .execute()
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

    /** As {@link #changePassword}, by its owner at this moment; tokens issued before end with it. */
    public boolean changeOwnPassword(String name, PasswordHash hash, Instant at) {
        return changePassword(name, hash) && mark(name, at, false);
    }

    /** As {@link #changePassword}, by somebody else at this moment: its owner must change it first. */
    public boolean resetPassword(String name, PasswordHash hash, Instant at) {
        return changePassword(name, hash) && mark(name, at, true);
    }

    /** As {@link #resetPassword} within the caller's transaction. */
    public boolean resetPassword(Handle transaction, String name, PasswordHash hash, Instant at) {
        return transaction
                        .createUpdate(
                                "UPDATE account SET iterations = :iterations, salt = :salt, password_hash = :hash,"
                                        + " password_at = :at, must_change = 1 WHERE name = :name")
                        .bind("name", name)
                        .bind("iterations", hash.iterations())
                        .bind("salt", text(hash.salt()))
                        .bind("hash", text(hash.hash()))
                        .bind("at", at.truncatedTo(ChronoUnit.SECONDS).toString())
                        .execute()
                == 1;
    }

    private boolean mark(String name, Instant at, boolean mustChange) {
        return jdbi.inTransaction(h -> h.createUpdate(
                                "UPDATE account SET password_at = :at, must_change = :mustChange WHERE name = :name")
                        .bind("name", name)
                        .bind("at", at.truncatedTo(ChronoUnit.SECONDS).toString())
                        .bind("mustChange", mustChange ? 1 : 0)
                        .execute())
                == 1;
    }

    /** Lets an account sign in, or not; false when there is none. */
    public boolean enable(String name, boolean isEnabled) {
        return jdbi.inTransaction(h -> h.createUpdate("UPDATE account SET state = :state WHERE name = :name")
                        .bind("name", name)
                        .bind("state", isEnabled ? ACTIVE : "DISABLED")
                        .execute())
                == 1;
    }

    /** Accounts of one prefix, or all where it is empty, by name after {@code after}, at most {@code limit}. */
    public List<Credentials> page(String prefix, String after, int limit) {
        return jdbi.withHandle(h -> h.createQuery("SELECT * FROM account WHERE name > :after"
                        + " AND (:prefix = '' OR prefix = :prefix) ORDER BY name LIMIT :limit")
                .bind("after", after)
                .bind("prefix", prefix)
                .bind("limit", limit)
                .map((row, context) -> credentials(row))
                .list());
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
                row.getString("prefix"),
                row.getInt("must_change") == 1);
        PasswordHash hash = new PasswordHash(
                row.getInt("iterations"), octets(row.getString("salt")), octets(row.getString("password_hash")));
        String passwordAt = row.getString("password_at");
        return new Credentials(
                account,
                hash,
                row.getString("state").equals(ACTIVE),
                passwordAt.isEmpty() ? Instant.EPOCH : Instant.parse(passwordAt));
    }

    private static String text(byte[] octets) {
        return Base64.getEncoder().encodeToString(octets);
    }

    private static byte[] octets(String text) {
        return Base64.getDecoder().decode(text);
    }
}
