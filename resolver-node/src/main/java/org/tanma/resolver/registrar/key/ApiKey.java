// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.key;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tanma.resolver.registrar.Role;

/**
 * A key by which a program speaks for an enterprise.
 *
 * @param id 12 characters; not secret
 * @param label what its keeper calls it
 * @param createdBy account that made it
 * @param replaces id of the key it takes the place of; empty for a first one
 * @param usedAt when it was last used, to the minute
 */
public record ApiKey(
        String id,
        String prefix,
        String label,
        Set<KeyScope> scopes,
        String createdBy,
        Instant createdAt,
        Instant expiresAt,
        Optional<Instant> revokedAt,
        String replaces,
        Optional<Instant> usedAt) {
    public ApiKey {
        scopes = Set.copyOf(scopes);
    }

    public boolean isValidAt(Instant now) {
        return revokedAt.isEmpty() && now.isBefore(expiresAt);
    }

    /** Who it is in logs. */
    public String name() {
        return "key:" + id;
    }

    /** Its authorities as security filters name them: those of a clerk, limited to scopes. */
    public List<String> authorities() {
        List<String> authorities = new ArrayList<>(List.of("ROLE_" + Role.ENTERPRISE_CLERK, "PREFIX_" + prefix));
        scopes.stream().sorted().forEach(s -> authorities.add("SCOPE_" + s.code()));
        return List.copyOf(authorities);
    }
}
