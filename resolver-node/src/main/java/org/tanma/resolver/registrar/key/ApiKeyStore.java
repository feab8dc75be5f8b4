// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.key;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The API keys, in SQL: of a secret only its hash. What a method reports as written is on disk; safe between threads. */
final class ApiKeyStore {
    /** A key with the hash of its secret. */
    record Stored(ApiKey key, String secretHash) {}

    private final Jdbi jdbi;

    ApiKeyStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Jdbi jdbi() {
        return jdbi;
    }

    void add(Handle transaction, ApiKey key, String secretHash) {
        transaction
                .createUpdate("INSERT INTO api_key (key_id, prefix, label, scopes, secret_hash, created_by, created_at,"
                        + " expires_at, revoked_at, replaces, used_at) VALUES (:id, :prefix, :label, :scopes, :hash, :by,"
                        + " :at, :end, '', :replaces, '')")
                .bind("id", key.id())
                .bind("prefix", key.prefix())
                .bind("label", key.label())
                .bind(
                        "scopes",
                        key.scopes().stream().map(KeyScope::code).sorted().collect(Collectors.joining(",")))
                .bind("hash", secretHash)
                .bind("by", key.createdBy())
                .bind("at", key.createdAt().toString())
                .bind("end", key.expiresAt().toString())
                .bind("replaces", key.replaces())
                .execute();
    }

    Optional<Stored> find(String id) {
        return jdbi.withHandle(h -> h.createQuery("SELECT * FROM api_key WHERE key_id = :id")
                .bind("id", id)
                .map((row, context) -> stored(row))
                .findOne());
    }

    long count(Handle transaction, String prefix, Instant now) {
        return transaction
                .createQuery(
                        "SELECT COUNT(*) FROM api_key WHERE prefix = :prefix AND revoked_at = '' AND expires_at > :now")
                .bind("prefix", prefix)
                .bind("now", now.toString())
                .mapTo(Long.class)
                .one();
    }

    /** Keys of a prefix, or all where it is empty, by id after {@code after}. */
    List<ApiKey> page(String prefix, String after, int limit) {
        return jdbi.withHandle(h -> h.createQuery("SELECT * FROM api_key WHERE key_id > :after"
                        + " AND (:prefix = '' OR prefix = :prefix) ORDER BY key_id LIMIT :limit")
                .bind("prefix", prefix)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> stored(row).key())
                .list());
    }

    void revoke(Handle transaction, String id, Instant at) {
        transaction.execute(
                "UPDATE api_key SET revoked_at = ? WHERE key_id = ? AND revoked_at = ''", at.toString(), id);
    }

    void expire(Handle transaction, String id, Instant end) {
        transaction.execute("UPDATE api_key SET expires_at = ? WHERE key_id = ?", end.toString(), id);
    }

    void used(String id, Instant at) {
        jdbi.useTransaction(h -> h.execute("UPDATE api_key SET used_at = ? WHERE key_id = ?", at.toString(), id));
    }

    private static Stored stored(ResultSet row) throws SQLException {
        ApiKey key = new ApiKey(
                row.getString("key_id"),
                row.getString("prefix"),
                row.getString("label"),
                Arrays.stream(row.getString("scopes").split(","))
                        .map(code -> KeyScope.find(code).orElseThrow())
                        .collect(Collectors.toSet()),
                row.getString("created_by"),
                Instant.parse(row.getString("created_at")),
                Instant.parse(row.getString("expires_at")),
                instant(row.getString("revoked_at")),
                row.getString("replaces"),
                instant(row.getString("used_at")));
        return new Stored(key, row.getString("secret_hash"));
    }

    private static Optional<Instant> instant(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
    }
}
