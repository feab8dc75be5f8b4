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
 */
public record Account(String name, Set<Role> roles, String prefix) {
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

    /** Its authorities as security filters name them: {@code ROLE_…}, and {@code PREFIX_…} for an enterprise. */
    public List<String> authorities() {
        List<String> authorities = new ArrayList<>();
        new TreeSet<>(roles).forEach(role -> authorities.add("ROLE_" + role));
        if (!prefix.isEmpty()) {
            authorities.add("PREFIX_" + prefix);
        }
        return List.copyOf(authorities);
    }
}
