// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tanma.resolver.registrar.MovableClock;
import org.tanma.resolver.registrar.Role;

/** Against a server of the shape of an OpenID provider: discovery, keys, rotation, and what attackers send. */
class TrustedIssuersTest {
    private final MovableClock clock = new MovableClock(Instant.parse("2026-01-01T00:00:00Z"));
    private final AtomicInteger keyReadings = new AtomicInteger();
    private RSAKey rsa;
    private ECKey ec;
    private volatile String published = "";
    private volatile String discovery = "";
    private volatile int status = 200;
    private HttpServer provider;
    private String issuer;
    private TrustedIssuers issuers;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() throws Exception {
        rsa = new RSAKeyGenerator(2048).keyID("rsa-1").generate();
        ec = new ECKeyGenerator(Curve.P_256).keyID("ec-1").generate();
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer = "http://127.0.0.1:" + provider.getAddress().getPort() + "/realm";
        discovery = "{\"issuer\":\"" + issuer + "\",\"jwks_uri\":\"" + issuer + "/keys\"}";
        published = new JWKSet(List.<JWK>of(rsa, ec)).toString();
        provider.createContext("/realm/.well-known/openid-configuration", e -> answer(e, discovery));
        provider.createContext("/realm/keys", e -> {
            keyReadings.incrementAndGet();
            answer(e, published);
        });
        provider.start();
        issuers = new TrustedIssuers("88.118", List.of(config(List.of("RS256", "ES256"))), clock, Duration.ofMillis(1));
    }

    @AfterEach
    void close() {
        provider.stop(0);
    }

    private void answer(com.sun.net.httpserver.HttpExchange exchange, String body) throws java.io.IOException {
        byte[] octets = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, octets.length);
        exchange.getResponseBody().write(octets);
        exchange.close();
    }

    private IssuerConfig config(List<String> algorithms) {
        return new IssuerConfig(
                "sso",
                URI.create(issuer),
                Optional.empty(),
                "tanma",
                algorithms,
                "realm_access.roles",
                Map.of("carbon-clerk", Role.ENTERPRISE_CLERK, "authority", Role.REGULATOR),
                "prefix",
                Duration.ofSeconds(30));
    }

    private JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> change) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience("tanma")
                .subject("alice")
                .issueTime(Date.from(clock.instant()))
                .expirationTime(Date.from(clock.instant().plusSeconds(300)))
                .claim("realm_access", Map.of("roles", List.of("carbon-clerk", "offline_access")))
                .claim("prefix", "88.118.7");
        change.accept(claims);
        return claims.build();
    }

    private static String sign(JWSAlgorithm algorithm, String keyId, JWSSigner signer, JWTClaimsSet claims)
            throws Exception {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(algorithm)
                        .keyID(keyId)
                        .type(JOSEObjectType.JWT)
                        .build(),
                claims);
        jwt.sign(signer);
        return jwt.serialize();
    }

    private String token(Consumer<JWTClaimsSet.Builder> change) throws Exception {
        return sign(JWSAlgorithm.RS256, "rsa-1", new RSASSASigner(rsa), claims(change));
    }

    @Test
    void goodTokens_byEachKey_becomeRolesAndPrefix() throws Exception {
        String byCurve = sign(JWSAlgorithm.ES256, "ec-1", new ECDSASigner(ec), claims(c -> {}));
        for (String token : List.of(token(c -> {}), byCurve)) {
            assertThat(issuers.verify(token))
                    .contains(new TrustedIssuers.Vouched(
                            "sso:alice", List.of("ROLE_ENTERPRISE_CLERK", "PREFIX_88.118.7")));
        }
        assertThat(keyReadings).hasValue(1);
        String regulator = token(c ->
                c.claim("realm_access", Map.of("roles", List.of("authority"))).claim("prefix", null));
        assertThat(issuers.verify(regulator).orElseThrow().authorities()).containsExactly("ROLE_REGULATOR");
    }

    @Test
    void wrongTokens_areRefused() throws Exception {
        Date past = Date.from(clock.instant().minusSeconds(31));
        for (String wrong : List.of(
                token(c -> c.audience("others")),
                token(c -> c.audience((String) null)),
                token(c -> c.issuer(issuer + "/other")),
                token(c -> c.issuer(null)),
                token(c -> c.expirationTime(past)),
                token(c -> c.expirationTime(null)),
                token(c -> c.notBeforeTime(Date.from(clock.instant().plusSeconds(31)))),
                token(c -> c.subject(null)),
                token(c -> c.claim("realm_access", Map.of("roles", List.of("admin", "OPERATOR")))),
                token(c -> c.claim("realm_access", "carbon-clerk")),
                token(c -> c.claim("prefix", null)),
                token(c -> c.claim("prefix", "88.119.1")),
                token(c -> c.claim("prefix", "88.118")),
                new PlainJWT(claims(c -> {})).serialize(),
                token(c -> {}) + "x",
                "not a token",
                "x".repeat(20_000))) {
            assertThat(issuers.verify(wrong)).as(wrong).isEmpty();
        }
        assertThat(issuers.verify(
                        token(c -> c.expirationTime(Date.from(clock.instant().minusSeconds(20))))))
                .as("within the skew")
                .isPresent();
    }

    @Test
    void otherAlgorithms_areRefused_thePublicKeyAsASecretToo() throws Exception {
        byte[] publicKey = rsa.toRSAPublicKey().getEncoded();
        String confused = sign(JWSAlgorithm.HS256, "rsa-1", new MACSigner(publicKey), claims(c -> {}));
        String notListed = sign(JWSAlgorithm.PS256, "rsa-1", new RSASSASigner(rsa), claims(c -> {}));
        RSAKey foreign = new RSAKeyGenerator(2048).keyID("rsa-1").generate();
        String forged = sign(JWSAlgorithm.RS256, "rsa-1", new RSASSASigner(foreign), claims(c -> {}));
        assertThat(issuers.verify(confused)).isEmpty();
        assertThat(issuers.verify(notListed)).isEmpty();
        assertThat(issuers.verify(forged)).isEmpty();
        assertThatThrownBy(() -> config(List.of("HS256"))).hasMessageContaining("HS256");
        assertThatThrownBy(() -> config(List.of("none"))).hasMessageContaining("none");
    }

    @Test
    void keysRotate_andTheOldOnesEnd() throws Exception {
        String old = token(c -> {});
        assertThat(issuers.verify(old)).isPresent();
        RSAKey next = new RSAKeyGenerator(2048).keyID("rsa-2").generate();
        published = new JWKSet(List.<JWK>of(next)).toString();
        String fresh = sign(JWSAlgorithm.RS256, "rsa-2", new RSASSASigner(next), claims(c -> {}));
        assertThat(issuers.verify(fresh)).isPresent();
        assertThat(issuers.verify(old)).isEmpty();
    }

    @Test
    void issuerThatFails_costsItsOwnTokensOnly_andKnownKeysGoOn() throws Exception {
        status = 503;
        assertThat(issuers.verify(token(c -> {}))).isEmpty();
        status = 200;
        clock.advanceSeconds(10);
        assertThat(issuers.verify(token(c -> {}))).isPresent();
        status = 503;
        assertThat(issuers.verify(token(c -> {}))).isPresent();
        provider.stop(0);
        assertThat(issuers.verify(token(c -> {}))).isPresent();
    }

    @Test
    void discoveryOfAnotherIssuer_isNotBelieved() throws Exception {
        discovery = "{\"issuer\":\"https://evil.example\",\"jwks_uri\":\"" + issuer + "/keys\"}";
        assertThat(issuers.verify(token(c -> {}))).isEmpty();
        assertThat(keyReadings).hasValue(0);
    }

    @Test
    void file_isReadStrictly() throws Exception {
        Path file = folder.resolve("issuers.json");
        assertThat(IssuerFile.read(file)).isEmpty();
        Files.writeString(
                file,
                "[{\"name\":\"sso\",\"issuer\":\"https://sso.example/realm\",\"audience\":\"tanma\","
                        + "\"roles\":{\"clerk\":\"ENTERPRISE_CLERK\"}}]");
        IssuerConfig read = IssuerFile.read(file).get(0);
        assertThat(read.algorithms()).containsExactly("RS256", "PS256", "ES256");
        assertThat(read.skew()).isEqualTo(Duration.ofSeconds(30));
        for (String[] bad : new String[][] {
            {"{", ""},
            {
                "[{\"name\":\"sso\",\"issuer\":\"http://sso.example\",\"audience\":\"t\",\"roles\":{\"a\":\"VERIFIER\"}}]",
                "https"
            },
            {"[{\"name\":\"sso\",\"issuer\":\"https://sso.example\",\"roles\":{\"a\":\"VERIFIER\"}}]", "audience"},
            {"[{\"name\":\"sso\",\"issuer\":\"https://sso.example\",\"audience\":\"t\"}]", "roles"},
            {"[{\"name\":\"sso\",\"audience\":\"t\"}]", "issuer is missing"},
            {"[{\"nam\":\"sso\"}]", "nam"},
        }) {
            Files.writeString(file, bad[0]);
            assertThatThrownBy(() -> IssuerFile.read(file))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(bad[1]);
        }
    }
}
