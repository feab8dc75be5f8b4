// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.access;

import java.util.Set;

/**
 * One line of the table of routes.
 *
 * @param method HTTP method; {@code GET} covers HEAD
 * @param pattern path, in the form of Spring's path patterns
 * @param parties who may come in; what they may do to whose things is the route's own business
 * @param scope of an API key that may come in; {@code -} for none, {@code any} for any key
 */
public record RouteRule(String method, String pattern, Set<Party> parties, String scope) {
    static final String NO_KEY = "-";
    static final String ANY_KEY = "any";

    public RouteRule {
        parties = Set.copyOf(parties);
    }

    public boolean isPublic() {
        return parties.contains(Party.PUBLIC);
    }

    /** True when somebody with these authorities, as security filters name them, may come in. */
    public boolean admits(Set<String> authorities) {
        if (isPublic()) {
            return true;
        }
        boolean isParty = authorities.stream()
                .filter(a -> a.startsWith("ROLE_"))
                .map(Party::ofAuthority)
                .anyMatch(p -> parties.contains(p) || parties.contains(Party.ANYONE));
        return isParty && (!isKey(authorities) || admitsKey(authorities));
    }

    private boolean admitsKey(Set<String> authorities) {
        return scope.equals(ANY_KEY) || authorities.contains("SCOPE_" + scope);
    }

    static boolean isKey(Set<String> authorities) {
        return authorities.stream().anyMatch(a -> a.startsWith("SCOPE_"));
    }
}
