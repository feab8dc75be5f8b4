// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.account;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tanma.kit.rest.Caller;
import org.tanma.kit.rest.ProblemException;
import org.tanma.kit.rest.WordedViolation;
import org.tanma.kit.rest.Wording;
import org.tanma.resolver.registrar.AccountStore;
import org.tanma.resolver.registrar.Role;
import org.tanma.resolver.registrar.audit.AuditLog;
import org.tanma.resolver.registrar.enterprise.Grant;
import org.tanma.resolver.registrar.enterprise.Grants;

/**
 * Giving partners and verifiers leave to see more, and taking it back.
 *
 * <p>Contract: only an admin of the enterprise that owns the records, or the operator, does either; both are in the audit log and
 * hold at once. Errors: {@link ProblemException}. Safe between threads.
 */
public final class Sharing {
    private static final Pattern PREFIX = Pattern.compile("[0-9A-Za-z]+(\\.[0-9A-Za-z]+)+");
    private static final int MAX_PREFIX = 64;

    private final Grants grants;
    private final AccountStore accounts;
    private final AuditLog audit;
    private final InstantSource clock;

    public Sharing(Grants grants, AccountStore accounts, AuditLog audit, InstantSource clock) {
        this.grants = grants;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    /** Grants of the caller's enterprise; of all for the operator. */
    public List<Grant> page(Caller caller, String after, int limit) {
        Permissions.require(caller, Permission.SHARE);
        String owner = caller.isOperator()
                ? ""
                : caller.prefixes().stream().findFirst().orElse("none");
        return grants.page(owner, after, limit);
    }

    /** Lets a partner's prefix or a verifier's account see more of what lies under {@code owner}; {@code template} may be empty. */
    public Grant give(Caller caller, String owner, Grant.Kind kind, String grantee, String template) {
        Permissions.require(caller, kind == Grant.Kind.PARTNER ? Permission.SHARE : Permission.ASSIGN_VERIFIERS, owner);
        requireGrantee(owner, kind, grantee);
        Grant grant = new Grant(
                java.util.UUID.randomUUID().toString(),
                owner,
                kind,
                grantee,
                template,
                caller.name(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                Optional.empty());
        boolean isNew = grants.jdbi().inTransaction(h -> {
            if (!grants.add(h, grant)) {
                return false;
            }
            audit.record(
                    h,
                    caller.name(),
                    "grant.given",
                    owner,
                    Map.of("kind", kind.name(), "grantee", grantee, "template", template, "id", grant.id()));
            return true;
        });
        grants.changed(owner);
        if (!isNew) {
            throw ProblemException.conflict(
                    new Wording(grantee + " 已有同样的授权。", grantee + " has the same leave already."));
        }
        return grant;
    }

    /** Assigns a verifier to demonstration enterprises that were never assigned it. */
    public void assignSample(List<String> owners, String verifier) {
        for (String owner : owners) {
            boolean isKnown = grants.page(owner, "", 1).isEmpty();
            if (isKnown) {
                Caller node = new Caller("node", java.util.Set.of(Role.OPERATOR.name()), java.util.Set.of());
                give(node, owner, Grant.Kind.VERIFIER, verifier, "");
            }
        }
    }

    /** Takes a leave back. */
    public void revoke(Caller caller, String id) {
        Permissions.require(caller, Permission.SHARE);
        Grant grant = grants.find(id)
                .filter(g -> caller.mayWriteUnder(g.ownerPrefix()))
                .orElseThrow(() ->
                        ProblemException.notFound(new Wording("没有授权 " + id + "。", "There is no grant " + id + ".")));
        grants.jdbi().useTransaction(h -> {
            if (grants.revoke(h, id, caller.name())) {
                audit.record(
                        h,
                        caller.name(),
                        "grant.revoked",
                        grant.ownerPrefix(),
                        Map.of("kind", grant.kind().name(), "grantee", grant.grantee(), "id", id));
            }
        });
        grants.changed(grant.ownerPrefix());
    }

    private void requireGrantee(String owner, Grant.Kind kind, String grantee) {
        boolean isGood = kind == Grant.Kind.PARTNER
                ? grantee.length() <= MAX_PREFIX && PREFIX.matcher(grantee).matches() && !grantee.equals(owner)
                : accounts.find(grantee)
                        .filter(c -> c.account().roles().contains(Role.VERIFIER))
                        .isPresent();
        if (!isGood) {
            throw ProblemException.unprocessable(
                    "grant",
                    new Wording("未授权。", "Nothing was granted."),
                    List.of(new WordedViolation(
                            "grantee",
                            grantee,
                            kind == Grant.Kind.PARTNER
                                    ? new Wording("另一企业的前缀，例如 88.118.2", "another enterprise's prefix such as 88.118.2")
                                    : new Wording("核查机构的账户名", "the name of a verifier's account"),
                            Wording.NONE)));
        }
    }
}
