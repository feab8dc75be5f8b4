// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.issuer;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tanma.resolver.registrar.Role;

/**
 * An issuer whose tokens are taken.
 *
 * @param name short; its people are called {@code <name>:<subject>}
 * @param issuer the {@code iss} of its tokens, exactly
 * @param keys where its keys are; found by discovery when empty
 * @param audience that its tokens must name
 * @param algorithms by which they may be signed; none of HMAC
 * @param rolesClaim claim with a role or a list of roles
 * @param roles what each role of the issuer is here; others are nothing here
 * @param prefixClaim claim with the prefix of an enterprise's people
 * @param skew by which clocks may differ
 */
public record IssuerConfig(
        String name,
        URI issuer,
        Optional<URI> keys,
        String audience,
        List<String> algorithms,
        String rolesClaim,
        Map<String, Role> roles,
        String prefixClaim,
        Duration skew) {
    /** Signatures that anyone can check and only the issuer can make. */
    public static final Set<String> ALGORITHMS =
            Set.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA");

    public static final Duration MAX_SKEW = Duration.ofSeconds(120);

    public IssuerConfig {
        algorithms = List.copyOf(algorithms);
        roles = Map.copyOf(roles);
        require(name.matches("[a-z0-9-]{1,32}"), "name '" + name + "' is not 1 to 32 of a-z, 0-9 and -");
        require(isSafe(issuer), "issuer '" + issuer + "' is not https (http is for this machine only)");
        keys.ifPresent(uri -> require(isSafe(uri), "jwks '" + uri + "' is not https (http is for this machine only)"));
        require(!audience.isBlank(), "audience is missing");
        require(!roles.isEmpty(), "roles is empty: nobody of " + issuer + " could do anything");
        for (String algorithm : algorithms) {
            require(ALGORITHMS.contains(algorithm), "algorithm '" + algorithm + "' is none of " + ALGORITHMS);
        }
        require(!algorithms.isEmpty(), "algorithms is empty");
        require(!skew.isNegative() && skew.compareTo(MAX_SKEW) <= 0, "skewSeconds is not 0 to " + MAX_SKEW.toSeconds());
    }

    private static boolean isSafe(URI uri) {
        String host = uri.getHost();
        boolean isHere = host != null && (host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]"));
        return host != null && ("https".equals(uri.getScheme()) || isHere && "http".equals(uri.getScheme()));
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
