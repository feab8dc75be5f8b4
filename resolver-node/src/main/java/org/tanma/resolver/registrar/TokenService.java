// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Issues and checks the tokens by which a signed-in account is known to every service of the node.
 *
 * <p>Shape: a JSON Web Token signed with ES256; claims {@code iss} = {@value #ISSUER}, {@code sub} = account name, {@code
 * iat}, {@code exp}, {@code roles} and, for an enterprise, {@code prefix}. Lifetime {@link #LIFETIME}; a token ends
 * early when its account is disabled or gets another password. Safe between threads. Source: RFC 7515, 7517, 7519.
 */
public final class TokenService {
    public static final Duration LIFETIME = Duration.ofHours(8);

    static final String ISSUER = "urn:tanma:node";
    private static final String ROLES = "roles";
    private static final String PREFIX = "prefix";

    /** A token and the moment it ends. */
    public record IssuedToken(String token, Instant expiresAt) {}

    private final ECKey key;
    private final InstantSource clock;

    private TokenService(ECKey key, InstantSource clock) {
        this.key = key;
        this.clock = clock;
    }

    /** Signs with the key of {@code keyFile}, which is made when there is none. */
    public static TokenService open(Path keyFile, InstantSource clock) {
        return new TokenService(TokenKeyFile.open(keyFile), clock);
    }

    public IssuedToken issue(Account account) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant end = now.plus(LIFETIME);
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject(account.name())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(end))
                .claim(ROLES, account.roles().stream().map(Role::name).sorted().toList());
        if (!account.prefix().isEmpty()) {
            claims.claim(PREFIX, account.prefix());
        }
        JWSHeader header =
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build();
        SignedJWT token = new SignedJWT(header, claims.build());
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("the token key cannot sign", e);
        }
        return new IssuedToken(token.serialize(), end);
    }

    /** Whom a token speaks for, and since when. */
    public record Verified(Account account, Instant issuedAt) {}

    /** The account a token speaks for; empty when it is none of ours, was altered, or has ended. */
    public Optional<Account> verify(String token) {
        return read(token).map(Verified::account);
    }

    /**
     * As {@link #verify}, and as the account is now: empty too when it is gone or disabled, or has another password since the
     * token was issued.
     */
    public Optional<Account> verify(String token, AccountStore accounts) {
        return read(token)
                .flatMap(verified -> accounts.find(verified.account().name())
                        .filter(AccountStore.Credentials::isEnabled)
                        .filter(now -> !verified.issuedAt().isBefore(now.passwordAt()))
                        .map(AccountStore.Credentials::account));
    }

    private Optional<Verified> read(String token) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            boolean isOurs = JWSAlgorithm.ES256.equals(jwt.getHeader().getAlgorithm())
                    && jwt.verify(new ECDSAVerifier(key.toPublicJWK()));
            return isOurs ? verified(jwt.getJWTClaimsSet()) : Optional.empty();
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<Verified> verified(JWTClaimsSet claims) throws ParseException {
        Date end = claims.getExpirationTime();
        String name = claims.getSubject();
        List<String> roles = claims.getStringListClaim(ROLES);
        @Nullable String prefix = claims.getStringClaim(PREFIX);
        boolean isGood = ISSUER.equals(claims.getIssuer())
                && end != null
                && clock.instant().isBefore(end.toInstant())
                && claims.getIssueTime() != null
                && name != null
                && roles != null;
        if (!isGood) {
            return Optional.empty();
        }
        Set<Role> granted = roles.stream().map(Role::of).collect(Collectors.toSet());
        Account account = new Account(name, granted, prefix == null ? "" : prefix);
        return Optional.of(new Verified(account, claims.getIssueTime().toInstant()));
    }

    /** The public half of the key as a JSON Web Key Set. */
    public String publicKeySet() {
        ECKey shown = new ECKey.Builder(key.toPublicJWK())
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.ES256)
                .build();
        return new JWKSet(shown).toString();
    }
}
