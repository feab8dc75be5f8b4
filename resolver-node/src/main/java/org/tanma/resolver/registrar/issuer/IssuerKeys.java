// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.issuer;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one issuer: where they are is found by discovery when it is not said, and they are kept for minutes; an unknown
 * key has them read again, not more often than every 30 s; while the issuer does not answer, what is known goes on.
 */
final class IssuerKeys implements JWKSource<SecurityContext> {
    private static final int TIMEOUT_MILLIS = 2_000;
    private static final int MAX_OCTETS = 262_144;
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final Duration AT_LEAST_BETWEEN = Duration.ofSeconds(10);
    private static final Duration OUTAGE = Duration.ofHours(4);

    private final IssuerConfig config;
    private final InstantSource clock;
    private final Duration between;
    private final ResourceRetriever http = new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, MAX_OCTETS);
    private @Nullable JWKSource<SecurityContext> source;
    private Instant nextTry = Instant.MIN;

    /** @param between at least so much time between two readings of the keys that an unknown key asks for */
    IssuerKeys(IssuerConfig config, InstantSource clock, Duration between) {
        this.config = config;
        this.clock = clock;
        this.between = between;
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
        return source().get(selector, context);
    }

    private synchronized JWKSource<SecurityContext> source() throws KeySourceException {
        if (source == null) {
            Instant now = clock.instant();
            if (now.isBefore(nextTry)) {
                throw new KeySourceException("issuer " + config.issuer() + " did not answer");
            }
            nextTry = now.plus(AT_LEAST_BETWEEN);
            source = JWKSourceBuilder.create(keysUrl(), http)
                    .cache(KEPT.toMillis(), 2L * TIMEOUT_MILLIS)
                    .rateLimited(between.toMillis())
                    .refreshAheadCache(false)
                    .outageTolerant(OUTAGE.toMillis())
                    .build();
        }
        return source;
    }

    private URL keysUrl() throws KeySourceException {
        try {
            return config.keys().isPresent() ? config.keys().get().toURL() : discovered();
        } catch (IOException | ParseException | IllegalArgumentException e) {
            throw new KeySourceException("keys of " + config.issuer() + " cannot be found: " + e.getMessage(), e);
        }
    }

    private URL discovered() throws IOException, ParseException {
        String base = config.issuer().toString();
        String path = (base.endsWith("/") ? base : base + "/") + ".well-known/openid-configuration";
        Map<String, Object> found = JSONObjectUtils.parse(
                http.retrieveResource(URI.create(path).toURL()).getContent());
        String issuer = JSONObjectUtils.getString(found, "issuer");
        if (!base.equals(issuer)) {
            throw new MalformedURLException("discovery names another issuer, " + issuer);
        }
        URI keys = URI.create(String.valueOf(JSONObjectUtils.getString(found, "jwks_uri")));
        return new IssuerConfig(
                        config.name(),
                        config.issuer(),
                        java.util.Optional.of(keys),
                        config.audience(),
                        config.algorithms(),
                        config.rolesClaim(),
                        config.roles(),
                        config.prefixClaim(),
                        config.skew())
                .keys()
                .orElseThrow()
                .toURL();
    }
}
