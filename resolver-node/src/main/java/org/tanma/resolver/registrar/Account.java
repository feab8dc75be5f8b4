// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Someone who may sign in.
 *
 * @param name 2 to 64 of {@code a-z 0-9 . -}, beginning with a letter or digit
 * @param roles at least one
 * @param prefix the one prefix it may write under; empty for an account that is no enterprise
 * @param mustChangePassword whether it may do nothing but change the password that somebody else made
 */
public record Account(String name, Set<Role> roles, String prefix, boolean mustChangePassword) {
    /** Authority of whoever has to change the password first. */
    public static final String MUST_CHANGE_PASSWORD = "MUST_CHANGE_PASSWORD";

    static final int MAX_NAME_LENGTH = 64;

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{1,63}");

    public Account {
        roles = Set.copyOf(roles);
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("account name '" + name
                    + "' is refused; allowed: 2 to 64 small letters, digits, dots and hyphens, letter or digit first");
        }
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("account '" + name + "' has no role");
        }
        if (roles.stream().anyMatch(Role::isEnterprise) == prefix.isEmpty()) {
            throw new IllegalArgumentException(
                    "account '" + name + "': an enterprise has a prefix, and only an enterprise has one");
        }
    }

    /** An account with a password of its own. */
    public Account(String name, Set<Role> roles, String prefix) {
        this(name, roles, prefix, false);
    }

    public static Account operator(String name) {
        return new Account(name, Set.of(Role.OPERATOR), "");
    }

    /** An admin of the enterprise that holds {@code prefix}. */
    public static Account enterprise(String name, String prefix) {
        return new Account(name, Set.of(Role.ENTERPRISE_ADMIN), prefix);
    }

    /** A clerk of the enterprise that holds {@code prefix}. */
    public static Account clerk(String name, String prefix) {
        return new Account(name, Set.of(Role.ENTERPRISE_CLERK), prefix);
    }

    /**
     * Its authorities as security filters name them: {@code ROLE_…}, and {@code PREFIX_…} for an enterprise; {@link
     * #MUST_CHANGE_PASSWORD} alone while it has to change its password.
     */
    public List<String> authorities() {
        if (mustChangePassword) {
            return List.of(MUST_CHANGE_PASSWORD);
        }
        List<String> authorities = new ArrayList<>();
        new TreeSet<>(roles).forEach(role -> authorities.add("ROLE_" + role));
        if (!prefix.isEmpty()) {
            authorities.add("PREFIX_" + prefix);
        }
        return List.copyOf(authorities);
    }
}
