// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenServiceTest {
    private static final Account CEMENT = Account.enterprise("cement", "88.118.1");

    private final MovableClock clock = new MovableClock(Instant.parse("2026-01-01T00:00:00Z"));

    @TempDir
    Path directory;

    @Test
    void issue_verify_untilItEnds() {
        TokenService tokens = TokenService.open(directory.resolve("token-key.json"), clock);
        TokenService.IssuedToken issued = tokens.issue(CEMENT);
        assertThat(issued.expiresAt()).isEqualTo(Instant.parse("2026-01-01T08:00:00Z"));
        assertThat(tokens.verify(issued.token())).contains(CEMENT);
        assertThat(tokens.verify(tokens.issue(Account.operator("boss")).token()))
                .contains(Account.operator("boss"));
        clock.advanceSeconds(TokenService.LIFETIME.toSeconds() - 1);
        assertThat(tokens.verify(issued.token())).isPresent();
        clock.advanceSeconds(1);
        assertThat(tokens.verify(issued.token())).isEmpty();
    }

    @Test
    void open_again_keepsTheKey_readableByItsOwnerOnly() throws Exception {
        Path file = directory.resolve("token-key.json");
        String token = TokenService.open(file, clock).issue(CEMENT).token();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(TokenService.open(file, clock).verify(token)).contains(CEMENT);
        assertThat(Files.list(directory)).containsExactly(file);
    }

    @Test
    void verify_foreignAlteredUnsignedOrNoToken_isEmpty() {
        TokenService tokens = TokenService.open(directory.resolve("a.json"), clock);
        TokenService foreign = TokenService.open(directory.resolve("b.json"), clock);
        String token = tokens.issue(CEMENT).token();
        String[] parts = token.split("\\.");
        String other = tokens.issue(Account.operator("boss")).token().split("\\.")[1];
        String none = "eyJhbGciOiJub25lIn0." + other + ".";
        assertThat(tokens.verify(foreign.issue(CEMENT).token())).isEmpty();
        assertThat(tokens.verify(parts[0] + "." + other + "." + parts[2])).isEmpty();
        assertThat(tokens.verify(none)).isEmpty();
        assertThat(tokens.verify("")).isEmpty();
        assertThat(tokens.verify("a.b.c")).isEmpty();
    }

    @Test
    void publicKeySet_letsOthersVerify_andHoldsNoSecret() throws Exception {
        TokenService tokens = TokenService.open(directory.resolve("k.json"), clock);
        String json = tokens.publicKeySet();
        assertThat(json).doesNotContain("\"d\"").contains("\"use\":\"sig\"", "\"alg\":\"ES256\"");
        SignedJWT token = SignedJWT.parse(tokens.issue(CEMENT).token());
        var key = JWKSet.parse(json).getKeyByKeyId(token.getHeader().getKeyID());
        assertThat(token.verify(new ECDSAVerifier(key.toECKey()))).isTrue();
    }

    @Test
    void open_fileThatIsNoKey_saysWhich() throws Exception {
        Path file = Files.writeString(directory.resolve("odd.json"), "{}");
        assertThatThrownBy(() -> TokenService.open(file, clock))
                .hasMessageContaining("odd.json")
                .hasMessageContaining("P-256");
    }
}
