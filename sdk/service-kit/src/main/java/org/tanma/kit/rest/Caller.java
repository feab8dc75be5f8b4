// SPDX-License-Identifier: Apache-2.0
package org.tanma.kit.rest;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/**
 * Who is asking: account name, roles, and the prefixes it may write under.
 *
 * <p>Made from the request's {@link Authentication}: authorities {@code ROLE_…} are roles, {@code PREFIX_88.118.1} is a
 * prefix. Nobody signed in is {@link #PUBLIC}.
 */
public record Caller(String name, Set<String> roles, Set<String> prefixes) {
    /** The anonymous reader. */
    public static final Caller PUBLIC = new Caller("", Set.of(), Set.of());

    private static final String ROLE = "ROLE_";
    private static final String PREFIX = "PREFIX_";

    public Caller {
        roles = Set.copyOf(roles);
        prefixes = Set.copyOf(prefixes);
    }

    public static Caller of(@Nullable Authentication authentication) {
        if (authentication == null || !authentication.isAuthenticated()) {
            return PUBLIC;
        }
        Set<String> roles = new TreeSet<>();
        Set<String> prefixes = new TreeSet<>();
        for (GrantedAuthority granted : authentication.getAuthorities()) {
            String authority = granted.getAuthority();
            if (authority == null) {
                continue;
            }
            if (authority.startsWith(ROLE)) {
                roles.add(authority.substring(ROLE.length()));
            } else if (authority.startsWith(PREFIX)) {
                prefixes.add(authority.substring(PREFIX.length()));
            }
        }
        return roles.contains("ANONYMOUS") ? PUBLIC : new Caller(authentication.getName(), roles, prefixes);
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

    /** True when this caller speaks for the enterprise that holds {@code prefix}, or runs the node. */
    public boolean mayWriteUnder(String prefix) {
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
