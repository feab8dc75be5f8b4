// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.tanma.resolver.registrar.Role;

/**
 * Judges tokens of issuers the node trusts, as an OAuth 2 resource server does.
 *
 * <p>Taken is a signed JSON Web Token of a configured issuer, for the configured audience, not ended and begun, by one of the
 * issuer's keys and a configured algorithm, with a role that is something here; an enterprise's people need a prefix of this
 * node. Whatever an issuer does or fails to do, at most {@value #AT_A_TIME} requests wait for it, a few seconds each; others with
 * its tokens are refused meanwhile. Safe between threads. Source: RFC 7519, 8725, 9068; OpenID Connect Discovery 1.0.
 */
public final class TrustedIssuers {
    static final int AT_A_TIME = 4;

    private static final int MAX_TOKEN = 16_384;
    private static final int MAX_SUBJECT = 200;
    private static final Duration UNKNOWN_KEYS = Duration.ofSeconds(30);

    /** Somebody an issuer vouches for: name, and authorities as security filters name them. */
    public record Vouched(String name, List<String> authorities) {}

    private record Issuer(IssuerConfig config, DefaultJWTProcessor<SecurityContext> tokens, Semaphore turns) {}

    private final String nodePrefix;
    private final Map<String, Issuer> issuers = new HashMap<>();

    /** @param nodePrefix under which prefixes of enterprises lie */
    public TrustedIssuers(String nodePrefix, List<IssuerConfig> configs, InstantSource clock) {
        this(nodePrefix, configs, clock, UNKNOWN_KEYS);
    }

    TrustedIssuers(String nodePrefix, List<IssuerConfig> configs, InstantSource clock, Duration between) {
        this.nodePrefix = nodePrefix;
        for (IssuerConfig config : configs) {
            issuers.put(
                    config.issuer().toString(),
                    new Issuer(config, tokens(config, clock, between), new Semaphore(AT_A_TIME)));
        }
    }

    private static DefaultJWTProcessor<SecurityContext> tokens(
            IssuerConfig config, InstantSource clock, Duration between) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        Set<JWSAlgorithm> algorithms =
                config.algorithms().stream().map(JWSAlgorithm::parse).collect(Collectors.toSet());
        processor.setJWSKeySelector(
                new JWSVerificationKeySelector<>(algorithms, new IssuerKeys(config, clock, between)));
        DefaultJWTClaimsVerifier<SecurityContext> claims =
                new DefaultJWTClaimsVerifier<>(
                        config.audience(),
                        new JWTClaimsSet.Builder()
                                .issuer(config.issuer().toString())
                                .build(),
                        Set.of("sub", "exp")) {
                    @Override
                    protected Date currentTime() {
                        return Date.from(clock.instant());
                    }
                };
        claims.setMaxClockSkew((int) config.skew().toSeconds());
        processor.setJWTClaimsSetVerifier(claims);
        return processor;
    }

    /** Whom a token speaks for; empty when it is none that is taken. May wait for the issuer a few seconds. */
    public Optional<Vouched> verify(String token) {
        if (issuers.isEmpty() || token.length() > MAX_TOKEN) {
            return Optional.empty();
        }
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            Issuer issuer = issuers.get(String.valueOf(jwt.getJWTClaimsSet().getIssuer()));
            return issuer == null ? Optional.empty() : verify(jwt, issuer);
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    private Optional<Vouched> verify(SignedJWT jwt, Issuer issuer) throws ParseException {
        if (!issuer.turns().tryAcquire()) {
            return Optional.empty();
        }
        try {
            return vouched(issuer.tokens().process(jwt, null), issuer.config());
        } catch (BadJOSEException | JOSEException e) {
            return Optional.empty();
        } finally {
            issuer.turns().release();
        }
    }

    private Optional<Vouched> vouched(JWTClaimsSet claims, IssuerConfig config) throws ParseException {
        Set<Role> roles = new TreeSet<>();
        texts(claims, config.rolesClaim()).forEach(theirs -> {
            Role ours = config.roles().get(theirs);
            if (ours != null) {
                roles.add(ours);
            }
        });
        String prefix = texts(claims, config.prefixClaim()).stream().findFirst().orElse("");
        boolean isEnterprise = roles.stream().anyMatch(Role::isEnterprise);
        String subject = claims.getSubject();
        boolean isGood = !roles.isEmpty()
                && subject.length() <= MAX_SUBJECT
                && (!isEnterprise || prefix.matches("[0-9A-Za-z.]{1,64}") && prefix.startsWith(nodePrefix + "."));
        if (!isGood) {
            return Optional.empty();
        }
        List<String> authorities = new ArrayList<>();
        roles.forEach(role -> authorities.add("ROLE_" + role));
        if (isEnterprise) {
            authorities.add("PREFIX_" + prefix);
        }
        return Optional.of(new Vouched(config.name() + ":" + subject, List.copyOf(authorities)));
    }

    /** A claim that is a text or a list of texts; a dotted name leads into objects. */
    private static List<String> texts(JWTClaimsSet claims, String name) {
        Object value = claims.getClaims();
        for (String step : name.split("\\.")) {
            value = value instanceof Map<?, ?> map ? map.get(step) : null;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        return value instanceof String text ? List.of(text) : List.of();
    }
}
