// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tanma.kit.rest.Caller;
import org.tanma.kit.testing.SqlEngines;
import org.tanma.resolver.registrar.MovableClock;
import org.tanma.resolver.registrar.audit.AuditEntry;
import org.tanma.resolver.registrar.audit.AuditFilter;
import org.tanma.resolver.registrar.audit.AuditLog;

abstract class ApiKeysContractTest {
    private static final Caller ADMIN = new Caller("cement", Set.of("ENTERPRISE_ADMIN"), Set.of("88.118.1"));
    private static final Caller CLERK = new Caller("clerk", Set.of("ENTERPRISE_CLERK"), Set.of("88.118.1"));
    private static final Caller GLASS = new Caller("glass", Set.of("ENTERPRISE_ADMIN"), Set.of("88.118.2"));
    private static final Duration YEAR = Duration.ofDays(365);

    private final MovableClock clock = new MovableClock(Instant.parse("2026-01-01T00:00:00Z"));
    private Jdbi jdbi;
    private AuditLog audit;
    private ApiKeys keys;

    abstract SqlEngines engine();

    @BeforeEach
    void open() {
        jdbi = engine().open().jdbi();
        audit = new AuditLog(jdbi, clock);
        keys = new ApiKeys(jdbi, audit, clock, new SecureRandom());
    }

    private ApiKeys.Issued make() {
        return keys.create(ADMIN, "88.118.1", "kiln gateway", Set.of("register", "report"), YEAR);
    }

    @Test
    void created_verified_actsAsAClerkWithinItsScopes_andIsKeptAsAHashOnly() {
        ApiKeys.Issued issued = make();
        assertThat(issued.text())
                .matches("tanma_[a-z2-9]{12}_[a-z2-9]{40}")
                .contains(issued.key().id());
        ApiKey found = keys.verify(issued.text()).orElseThrow();
        assertThat(found.authorities())
                .containsExactly("ROLE_ENTERPRISE_CLERK", "PREFIX_88.118.1", "SCOPE_register", "SCOPE_report");
        String secret = issued.text().substring(issued.text().lastIndexOf('_') + 1);
        List<String> rows = jdbi.withHandle(h -> h.createQuery("SELECT key_id || label || secret_hash FROM api_key")
                .mapTo(String.class)
                .list());
        assertThat(rows).hasSize(1).noneMatch(row -> row.contains(secret));
        assertThat(audit.page(AuditFilter.ALL, Long.MAX_VALUE, 9).toString()).doesNotContain(secret);
    }

    @Test
    void wrongAlteredExpired_areNoKeys() {
        String text = make().text();
        char last = text.charAt(text.length() - 1);
        assertThat(keys.verify(text.substring(0, text.length() - 1) + (last == 'a' ? 'b' : 'a')))
                .isEmpty();
        assertThat(keys.verify("tanma_" + "a".repeat(12) + "_" + "a".repeat(40)))
                .isEmpty();
        assertThat(keys.verify(text + "a")).isEmpty();
        assertThat(keys.verify("tanma_")).isEmpty();
        clock.advanceSeconds(YEAR.toSeconds() - 1);
        assertThat(keys.verify(text)).isPresent();
        clock.advanceSeconds(1);
        assertThat(keys.verify(text)).isEmpty();
    }

    @Test
    void rotated_bothGoOn_untilTheOverlapEnds() {
        ApiKeys.Issued old = make();
        ApiKeys.Issued fresh = keys.rotate(ADMIN, old.key().id(), Duration.ofHours(1));
        assertThat(fresh.key().replaces()).isEqualTo(old.key().id());
        assertThat(fresh.key().scopes()).isEqualTo(old.key().scopes());
        assertThat(keys.verify(old.text())).isPresent();
        clock.advanceSeconds(3_600);
        assertThat(keys.verify(old.text())).isEmpty();
        assertThat(keys.verify(fresh.text())).isPresent();
        assertThatThrownBy(() -> keys.rotate(ADMIN, old.key().id(), Duration.ZERO))
                .hasMessageContaining("ended");
        assertThatThrownBy(() -> keys.rotate(ADMIN, fresh.key().id(), Duration.ofDays(31)))
                .hasMessageContaining("No key");
    }

    @Test
    void revoked_endsAtOnce_andIsLoggedOnce() {
        ApiKeys.Issued issued = make();
        assertThatThrownBy(() -> keys.revoke(GLASS, issued.key().id())).hasMessageContaining("no key");
        keys.revoke(ADMIN, issued.key().id());
        keys.revoke(ADMIN, issued.key().id());
        assertThat(keys.verify(issued.text())).isEmpty();
        assertThat(audit.page(AuditFilter.ALL, Long.MAX_VALUE, 9))
                .extracting(AuditEntry::action)
                .containsExactly("key.revoked", "key.created");
    }

    @Test
    void use_isNotedToTheMinute() {
        ApiKeys.Issued issued = make();
        keys.verify(issued.text());
        Instant first = clock.instant();
        clock.advanceSeconds(30);
        keys.verify(issued.text());
        assertThat(keys.page(ADMIN, "", 9).get(0).usedAt()).contains(first);
        clock.advanceSeconds(30);
        keys.verify(issued.text());
        assertThat(keys.page(ADMIN, "", 9).get(0).usedAt()).contains(first.plusSeconds(60));
    }

    @Test
    void refusals_sayEverythingAtOnce() {
        assertThatThrownBy(() -> keys.create(CLERK, "88.118.1", "x", Set.of("read"), YEAR))
                .hasMessageContaining("keep API keys");
        assertThatThrownBy(() -> keys.create(ADMIN, "88.118.2", "x", Set.of("read"), YEAR))
                .hasMessageContaining("88.118.2");
        assertThatThrownBy(() -> keys.create(ADMIN, "88.118.1", "", Set.of("everything"), Duration.ZERO))
                .hasMessageContaining("No key was made");
        for (int i = 0; i < ApiKeys.MAX_VALID; i++) {
            make();
        }
        assertThatThrownBy(this::make).hasMessageContaining("50 valid keys");
        assertThat(keys.page(GLASS, "", 9)).isEmpty();
    }
}
