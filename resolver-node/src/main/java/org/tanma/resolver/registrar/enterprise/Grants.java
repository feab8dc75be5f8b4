// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.enterprise;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Who was given leave to see more of an enterprise's records, in SQL.
 *
 * <p>What is valid of one enterprise is remembered for {@link #REMEMBERED}; changes through this object are seen at once, those
 * of other processes within that time. Safe between threads.
 */
public final class Grants implements Leave {
    static final Duration REMEMBERED = Duration.ofSeconds(5);

    private static final int MAX_REMEMBERED = 10_000;

    private record Valid(List<Grant> grants, Instant until) {}

    private final Jdbi jdbi;
    private final InstantSource clock;
    private final Map<String, Valid> remembered = new ConcurrentHashMap<>();

    public Grants(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    public Jdbi jdbi() {
        return jdbi;
    }

    /** Adds a grant within the caller's transaction; false when the same is valid already. */
    public boolean add(Handle transaction, Grant grant) {
        long same = transaction
                .createQuery("SELECT COUNT(*) FROM access_grant WHERE owner_prefix = :owner AND kind = :kind"
                        + " AND grantee = :grantee AND template = :template AND revoked_at = ''")
                .bind("owner", grant.ownerPrefix())
                .bind("kind", grant.kind().name())
                .bind("grantee", grant.grantee())
                .bind("template", grant.template())
                .mapTo(Long.class)
                .one();
        if (same > 0) {
            return false;
        }
        transaction
                .createUpdate("INSERT INTO access_grant (grant_id, owner_prefix, kind, grantee, template, granted_by,"
                        + " granted_at, revoked_by, revoked_at) VALUES (:id, :owner, :kind, :grantee, :template, :by, :at,"
                        + " '', '')")
                .bind("id", grant.id())
                .bind("owner", grant.ownerPrefix())
                .bind("kind", grant.kind().name())
                .bind("grantee", grant.grantee())
                .bind("template", grant.template())
                .bind("by", grant.grantedBy())
                .bind("at", grant.grantedAt().toString())
                .execute();
        return true;
    }

    /** Ends a grant within the caller's transaction; false when it has ended. */
    public boolean revoke(Handle transaction, String id, String by) {
        return transaction.execute(
                        "UPDATE access_grant SET revoked_by = ?, revoked_at = ? WHERE grant_id = ? AND revoked_at = ''",
                        by,
                        clock.instant().toString(),
                        id)
                == 1;
    }

    /** To be called once a transaction that changed grants of this owner is through. */
    public void changed(String ownerPrefix) {
        remembered.remove(ownerPrefix);
    }

    public Optional<Grant> find(String id) {
        return jdbi.withHandle(h -> h.createQuery("SELECT * FROM access_grant WHERE grant_id = :id")
                .bind("id", id)
                .map((row, context) -> grant(row))
                .findOne());
    }

    /** All grants of an owner, those that ended included, by id after {@code after}; an empty owner asks for all. */
    public List<Grant> page(String ownerPrefix, String after, int limit) {
        return jdbi.withHandle(h -> h.createQuery("SELECT * FROM access_grant WHERE grant_id > :after"
                        + " AND (:owner = '' OR owner_prefix = :owner) ORDER BY grant_id LIMIT :limit")
                .bind("after", after)
                .bind("owner", ownerPrefix)
                .bind("limit", limit)
                .map((row, context) -> grant(row))
                .list());
    }

    @Override
    public boolean isPartner(String ownerPrefix, Set<String> prefixes, String template) {
        return !prefixes.isEmpty()
                && valid(ownerPrefix).stream()
                        .anyMatch(g ->
                                g.kind() == Grant.Kind.PARTNER && prefixes.contains(g.grantee()) && g.covers(template));
    }

    @Override
    public boolean isVerifier(String ownerPrefix, String account, String template) {
        return !account.isEmpty()
                && valid(ownerPrefix).stream()
                        .anyMatch(g ->
                                g.kind() == Grant.Kind.VERIFIER && g.grantee().equals(account) && g.covers(template));
    }

    /** Prefixes of the enterprises that this account was assigned to as wholes. */
    public List<String> verifiedBy(String account) {
        return jdbi.withHandle(
                h -> h.createQuery("SELECT DISTINCT owner_prefix FROM access_grant WHERE kind = 'VERIFIER'"
                                + " AND grantee = :account AND template = '' AND revoked_at = '' ORDER BY owner_prefix")
                        .bind("account", account)
                        .mapTo(String.class)
                        .list());
    }

    private List<Grant> valid(String ownerPrefix) {
        Instant now = clock.instant();
        Valid known = remembered.get(ownerPrefix);
        if (known != null && now.isBefore(known.until())) {
            return known.grants();
        }
        if (remembered.size() >= MAX_REMEMBERED) {
            remembered.clear();
        }
        List<Grant> read = jdbi.withHandle(
                h -> h.createQuery("SELECT * FROM access_grant WHERE owner_prefix = :owner AND revoked_at = ''")
                        .bind("owner", ownerPrefix)
                        .map((row, context) -> grant(row))
                        .list());
        remembered.put(ownerPrefix, new Valid(read, now.plus(REMEMBERED)));
        return read;
    }

    private static Grant grant(ResultSet row) throws SQLException {
        String revokedAt = row.getString("revoked_at");
        return new Grant(
                row.getString("grant_id"),
                row.getString("owner_prefix"),
                Grant.Kind.valueOf(row.getString("kind")),
                row.getString("grantee"),
                row.getString("template"),
                row.getString("granted_by"),
                Instant.parse(row.getString("granted_at")),
                revokedAt.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(revokedAt)));
    }
}
