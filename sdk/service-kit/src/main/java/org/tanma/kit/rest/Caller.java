// SPDX-License-Identifier: Apache-2.0
package org.tanma.kit.rest;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/**
 * Who is asking: account name, roles, and the prefixes it speaks for.
 *
 * <p>Made from the request's {@link Authentication}: authorities {@code ROLE_…} are roles, {@code PREFIX_88.118.1} is a
 * prefix, {@code SCOPE_register} is a scope, {@code VERIFIES_88.118.1} a prefix it was assigned to verify. Nobody signed in
 * is {@link #PUBLIC}.
 *
 * @param scopes what an API key was made for; empty for whoever may do all that the roles allow
 * @param verified prefixes of the enterprises that a verifier was assigned to, as wholes
 */
public record Caller(String name, Set<String> roles, Set<String> prefixes, Set<String> scopes, Set<String> verified) {
    /** The anonymous reader. */
    public static final Caller PUBLIC = new Caller("", Set.of(), Set.of());

    /** Scope of a key that registers records. */
    public static final String REGISTER = "register";
    /** Scope of a key that reports activity data. */
    public static final String REPORT = "report";
    /** Scope of a key that reads what is not public. */
    public static final String RESOLVE_PRIVATE = "resolve-private";

    private static final String ROLE = "ROLE_";
    private static final String PREFIX = "PREFIX_";
    private static final String SCOPE = "SCOPE_";
    private static final String VERIFIES = "VERIFIES_";

    public Caller {
        roles = Set.copyOf(roles);
        prefixes = Set.copyOf(prefixes);
        scopes = Set.copyOf(scopes);
        verified = Set.copyOf(verified);
    }

    /** Somebody whose roles alone say what they may do. */
    public Caller(String name, Set<String> roles, Set<String> prefixes) {
        this(name, roles, prefixes, Set.of(), Set.of());
    }

    public static Caller of(@Nullable Authentication authentication) {
        if (authentication == null || !authentication.isAuthenticated()) {
            return PUBLIC;
        }
        Set<String> roles = new TreeSet<>();
        Set<String> prefixes = new TreeSet<>();
        Set<String> scopes = new TreeSet<>();
        Set<String> verified = new TreeSet<>();
        for (GrantedAuthority granted : authentication.getAuthorities()) {
            String authority = granted.getAuthority();
            if (authority == null) {
                continue;
            }
            if (authority.startsWith(ROLE)) {
                roles.add(authority.substring(ROLE.length()));
            } else if (authority.startsWith(PREFIX)) {
                prefixes.add(authority.substring(PREFIX.length()));
            } else if (authority.startsWith(SCOPE)) {
                scopes.add(authority.substring(SCOPE.length()));
            } else if (authority.startsWith(VERIFIES)) {
                verified.add(authority.substring(VERIFIES.length()));
            }
        }
        return roles.contains("ANONYMOUS")
                ? PUBLIC
                : new Caller(authentication.getName(), roles, prefixes, scopes, verified);
    }

    public boolean isSignedIn() {
        return !name.isEmpty();
    }

    public boolean isOperator() {
        return roles.contains("OPERATOR");
    }

    public boolean isRegulator() {
        return roles.contains("REGULATOR");
    }

    public boolean isVerifier() {
        return roles.contains("VERIFIER");
    }

    /** True for an enterprise's admin or clerk. */
    public boolean isEnterprise() {
        return isEnterpriseAdmin() || roles.contains("ENTERPRISE_CLERK");
    }

    public boolean isEnterpriseAdmin() {
        return roles.contains("ENTERPRISE_ADMIN");
    }

    /** True for whoever is not limited to scopes, or has this one. */
    public boolean hasScope(String scope) {
        return scopes.isEmpty() || scopes.contains(scope);
    }

    /** True when this caller speaks for the enterprise that holds {@code prefix}, or runs the node, and may write. */
    public boolean mayWriteUnder(String prefix) {
        return speaksFor(prefix) && (hasScope(REGISTER) || hasScope(REPORT));
    }

    /** True when this caller is the enterprise that holds {@code prefix}, or runs the node, and may read what is theirs. */
    public boolean mayReadPrivateOf(String prefix) {
        return speaksFor(prefix) && hasScope(RESOLVE_PRIVATE);
    }

    /** True for a verifier that was assigned to the enterprise that holds {@code prefix}. */
    public boolean mayVerify(String prefix) {
        return isVerifier() && verified.contains(prefix);
    }

    private boolean speaksFor(String prefix) {
        return isOperator() || prefixes.contains(prefix);
    }

    /** Refuses with 403 unless {@link #mayWriteUnder}; {@code what} names the thing in the refusal. */
    public void requireWriteUnder(String prefix, Wording what) {
        if (mayWriteUnder(prefix)) {
            return;
        }
        String own = String.join(", ", new TreeSet<>(prefixes));
        throw ProblemException.forbidden(new Wording(
                "账户“" + name + "”不能写" + what.zh() + "：该处属于前缀 " + prefix + "；本账户可写的前缀：" + (own.isEmpty() ? "无" : own)
                        + "。",
                "Account '" + name + "' may not write " + what.en() + ": it lies under prefix " + prefix
                        + "; this account writes under " + (own.isEmpty() ? "no prefix" : own) + "."));
    }
}
