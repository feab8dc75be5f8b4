// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.admission;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.tanma.kit.rest.Caller;
import org.tanma.kit.rest.ProblemException;
import org.tanma.kit.rest.WordedViolation;
import org.tanma.kit.rest.Wording;
import org.tanma.resolver.registrar.account.Permission;
import org.tanma.resolver.registrar.account.Permissions;
import org.tanma.resolver.registrar.audit.AuditLog;
import org.tanma.resolver.registrar.enterprise.Enterprise;
import org.tanma.resolver.registrar.enterprise.EnterpriseStore;

/**
 * Admitted enterprises: seen by those who run and watch over the node and by themselves; suspended, resumed and given other
 * quotas. Changes are in the audit log. Errors: {@link ProblemException}. Safe between threads.
 */
public final class Enterprises {
    private static final int MAX_REASON = 1_000;

    private final Jdbi jdbi;
    private final EnterpriseStore store;
    private final AuditLog audit;

    public Enterprises(Jdbi jdbi, EnterpriseStore store, AuditLog audit) {
        this.jdbi = jdbi;
        this.store = store;
        this.audit = audit;
    }

    /** All of them for the operator and regulators, by prefix after {@code after}; its own for an enterprise. */
    public List<Enterprise> page(Caller caller, String after, int limit) {
        if (Permissions.allow(caller, Permission.READ_APPLICATIONS)) {
            return store.page(after, limit);
        }
        return caller.prefixes().stream()
                .filter(p -> p.compareTo(after) > 0)
                .sorted()
                .flatMap(p -> store.find(p).stream())
                .limit(limit)
                .toList();
    }

    public Enterprise get(Caller caller, String prefix) {
        boolean isSeen = Permissions.allow(caller, Permission.READ_APPLICATIONS) || caller.mayReadPrivateOf(prefix);
        return Optional.of(prefix)
                .filter(p -> isSeen)
                .flatMap(store::find)
                .orElseThrow(() -> ProblemException.notFound(new Wording(
                        "没有前缀为 " + prefix + " 的企业。", "No enterprise was admitted with prefix " + prefix + ".")));
    }

    /** Suspends an enterprise, for a reason its people are told, or lets it write again. */
    public Enterprise suspend(Caller caller, String prefix, boolean isSuspended, String reason) {
        Permissions.require(caller, Permission.SUSPEND);
        get(caller, prefix);
        if (isSuspended && (reason.isBlank() || reason.length() > MAX_REASON)) {
            throw refused("reason", reason, new Wording("1 至 1000 个字符", "1 to 1000 characters"));
        }
        jdbi.useTransaction(h -> {
            store.change(
                    h,
                    prefix,
                    isSuspended ? Enterprise.State.SUSPENDED : Enterprise.State.ACTIVE,
                    isSuspended ? reason.strip() : "");
            audit.record(
                    h,
                    caller.name(),
                    isSuspended ? "enterprise.suspended" : "enterprise.resumed",
                    prefix,
                    Map.of("reason", reason));
        });
        return get(caller, prefix);
    }

    public Enterprise changeQuota(Caller caller, String prefix, long quota) {
        Permissions.require(caller, Permission.CHANGE_QUOTAS);
        Enterprise before = get(caller, prefix);
        if (quota < 0) {
            throw refused("quota", String.valueOf(quota), new Wording("0 或以上的整数", "a whole number from 0"));
        }
        jdbi.useTransaction(h -> {
            store.changeQuota(h, prefix, quota);
            audit.record(
                    h,
                    caller.name(),
                    "enterprise.quota",
                    prefix,
                    Map.of("before", String.valueOf(before.quota()), "after", String.valueOf(quota)));
        });
        return get(caller, prefix);
    }

    private static ProblemException refused(String field, String given, Wording allowed) {
        return ProblemException.unprocessable(
                "enterprise",
                new Wording("未改动。", "Nothing was changed."),
                List.of(new WordedViolation(
                        field, given.substring(0, Math.min(given.length(), 80)), allowed, Wording.NONE)));
    }
}
