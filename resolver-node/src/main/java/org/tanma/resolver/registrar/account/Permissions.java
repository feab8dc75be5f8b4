// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.account;

import static org.tanma.resolver.registrar.account.Permission.*;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.tanma.kit.rest.Caller;
import org.tanma.kit.rest.ProblemException;
import org.tanma.kit.rest.Wording;
import org.tanma.resolver.registrar.Role;

/**
 * Who may do what: the one table of it. Under which prefix is another question, answered by {@link Caller#mayWriteUnder}.
 *
 * <p>An API key acts as a clerk, so that it never does what only an admin may.
 */
public final class Permissions {
    private static final Map<Role, Set<Permission>> TABLE = new EnumMap<>(Map.of(
            Role.OPERATOR,
            EnumSet.allOf(Permission.class),
            Role.ENTERPRISE_ADMIN,
            EnumSet.of(
                    REGISTER,
                    REPORT,
                    RETIRE,
                    TRANSFER,
                    KEEP_ACCOUNTS,
                    KEEP_KEYS,
                    SHARE,
                    DRAFT_TEMPLATES,
                    SUBMIT_TEMPLATES,
                    ASSIGN_VERIFIERS),
            Role.ENTERPRISE_CLERK,
            EnumSet.of(REGISTER, REPORT, DRAFT_TEMPLATES),
            Role.VERIFIER,
            EnumSet.noneOf(Permission.class),
            Role.REGULATOR,
            EnumSet.of(READ_APPLICATIONS, SUSPEND, READ_AUDIT_LOG)));

    private Permissions() {}

    /** What accounts of this role may do. */
    public static Set<Permission> of(Role role) {
        return Set.copyOf(TABLE.getOrDefault(role, Set.of()));
    }

    /** True when one of the caller's roles may do it. */
    public static boolean allow(Caller caller, Permission permission) {
        return TABLE.entrySet().stream()
                .anyMatch(row -> caller.roles().contains(row.getKey().name())
                        && row.getValue().contains(permission));
    }

    /** Refuses with 403 unless one of the caller's roles may do it. */
    public static void require(Caller caller, Permission permission) {
        if (!allow(caller, permission)) {
            Wording what = permission.words();
            throw ProblemException.forbidden(new Wording(
                    "账户“" + caller.name() + "”无权" + what.zh() + "。",
                    "Account '" + caller.name() + "' may not " + what.en() + "."));
        }
    }

    /** Refuses with 403 unless one of the caller's roles may do it, and under this prefix. */
    public static void require(Caller caller, Permission permission, String prefix) {
        require(caller, permission);
        if (!caller.mayWriteUnder(prefix)) {
            Wording what = permission.words();
            throw ProblemException.forbidden(new Wording(
                    "账户“" + caller.name() + "”不能为前缀 " + prefix + " " + what.zh() + "。",
                    "Account '" + caller.name() + "' may not " + what.en() + " for prefix " + prefix + "."));
        }
    }
}
