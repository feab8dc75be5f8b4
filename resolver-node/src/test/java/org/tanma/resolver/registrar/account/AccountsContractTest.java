// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tanma.kit.rest.Caller;
import org.tanma.kit.testing.SqlEngines;
import org.tanma.resolver.registrar.Account;
import org.tanma.resolver.registrar.AccountStore;
import org.tanma.resolver.registrar.AccountVerifier;
import org.tanma.resolver.registrar.MovableClock;
import org.tanma.resolver.registrar.PasswordHasher;
import org.tanma.resolver.registrar.Role;
import org.tanma.resolver.registrar.TokenService;
import org.tanma.resolver.registrar.audit.AuditEntry;
import org.tanma.resolver.registrar.audit.AuditFilter;
import org.tanma.resolver.registrar.audit.AuditLog;
import org.tanma.resolver.registrar.audit.LoginFailures;
import org.tanma.resolver.registrar.enterprise.Grant;
import org.tanma.resolver.registrar.enterprise.Grants;

abstract class AccountsContractTest {
    private static final Caller BOSS = new Caller("boss", Set.of("OPERATOR"), Set.of());
    private static final Caller ADMIN = new Caller("cement", Set.of("ENTERPRISE_ADMIN"), Set.of("88.118.1"));
    private static final Caller CLERK = new Caller("clerk", Set.of("ENTERPRISE_CLERK"), Set.of("88.118.1"));

    @TempDir
    private Path folder;

    private final MovableClock clock = new MovableClock(Instant.parse("2026-01-01T00:00:00Z"));
    private final List<String> forgotten = new ArrayList<>();
    private AccountStore store;
    private AccountVerifier verifier;
    private AuditLog audit;
    private Accounts accounts;
    private Jdbi jdbi;

    abstract SqlEngines engine();

    @BeforeEach
    void open() {
        jdbi = engine().open().jdbi();
        audit = new AuditLog(jdbi, clock);
        LoginFailures failures = new LoginFailures(audit, clock);
        store = new AccountStore(jdbi, clock);
        verifier = new AccountVerifier(store, clock, new SecureRandom(), n -> failures.note("login.closed", n));
        PasswordHasher hasher = new PasswordHasher(new SecureRandom(), PasswordHasher.MIN_ITERATIONS);
        accounts = new Accounts(store, verifier, hasher, forgotten::add, audit, clock, new SecureRandom());
    }

    @Test
    void madeAccount_mustChangeItsPassword_andThenMayDoItsWork() {
        Accounts.Granted made = accounts.create(ADMIN, Account.clerk("cement-2", "88.118.1"));
        Account first = verifier.verify("cement-2", made.password()).orElseThrow();
        assertThat(first.mustChangePassword()).isTrue();
        assertThat(first.authorities()).containsExactly(Account.MUST_CHANGE_PASSWORD);

        assertThatThrownBy(() -> accounts.changePassword("cement-2", made.password(), "short"))
                .hasMessageContaining("cannot be taken");
        assertThatThrownBy(() -> accounts.changePassword("cement-2", made.password(), made.password()))
                .hasMessageContaining("cannot be taken");
        assertThatThrownBy(() -> accounts.changePassword("cement-2", "wrong one", "a better password"))
                .hasMessageContaining("present password");
        accounts.changePassword("cement-2", made.password(), "a better password");

        assertThat(verifier.verify("cement-2", made.password())).isEmpty();
        assertThat(verifier.verify("cement-2", "a better password")
                        .orElseThrow()
                        .authorities())
                .containsExactly("ROLE_ENTERPRISE_CLERK", "PREFIX_88.118.1");
        assertThat(forgotten).containsExactly("cement-2");
        assertThat(audit.page(AuditFilter.ALL, Long.MAX_VALUE, 9))
                .extracting(AuditEntry::action)
                .containsExactly("account.password", "account.created");
    }

    @Test
    void admins_keepTheirOwnPeopleOnly_clerksNobody() {
        accounts.create(BOSS, Account.enterprise("glass", "88.118.2"));
        accounts.create(BOSS, new Account("watch", Set.of(Role.REGULATOR), ""));
        assertThatThrownBy(() -> accounts.create(ADMIN, Account.clerk("x-clerk", "88.118.2")))
                .hasMessageContaining("88.118.2");
        assertThatThrownBy(() -> accounts.create(ADMIN, new Account("mine", Set.of(Role.OPERATOR), "")))
                .hasMessageContaining("may not");
        assertThatThrownBy(() -> accounts.create(
                        ADMIN, new Account("mine", Set.of(Role.OPERATOR, Role.ENTERPRISE_CLERK), "88.118.1")))
                .hasMessageContaining("admins and clerks");
        assertThatThrownBy(() -> accounts.reset(ADMIN, "glass")).hasMessageContaining("no account");
        assertThatThrownBy(() -> accounts.enable(ADMIN, "watch", false)).hasMessageContaining("no account");
        assertThatThrownBy(() -> accounts.create(CLERK, Account.clerk("x-clerk", "88.118.1")))
                .hasMessageContaining("keep accounts");
        assertThatThrownBy(() -> accounts.page(CLERK, "", 10)).hasMessageContaining("keep accounts");
        assertThatThrownBy(() -> accounts.create(BOSS, Account.operator("glass")))
                .hasMessageContaining("taken");

        accounts.create(ADMIN, Account.clerk("cement-2", "88.118.1"));
        assertThat(accounts.page(ADMIN, "", 10))
                .extracting(c -> c.account().name())
                .containsExactly("cement-2");
        assertThat(accounts.page(BOSS, "cement-2", 10))
                .extracting(c -> c.account().name())
                .containsExactly("glass", "watch");
    }

    @Test
    void disabledOrReset_endsTokensAtOnce() {
        TokenService tokens = TokenService.open(folder.resolve("key.json"), clock);
        Accounts.Granted made = accounts.create(ADMIN, Account.clerk("cement-2", "88.118.1"));
        accounts.changePassword("cement-2", made.password(), "a better password");
        String token = tokens.issue(made.account()).token();
        assertThat(tokens.verify(token, store)).isPresent();

        accounts.enable(ADMIN, "cement-2", false);
        assertThat(tokens.verify(token, store)).isEmpty();
        assertThat(verifier.verify("cement-2", "a better password")).isEmpty();
        accounts.enable(ADMIN, "cement-2", true);
        assertThat(tokens.verify(token, store)).isPresent();
        assertThatThrownBy(() -> accounts.enable(
                        new Caller("cement-2", Set.of("ENTERPRISE_ADMIN"), Set.of("88.118.1")), "cement-2", false))
                .hasMessageContaining("itself");

        clock.advanceSeconds(1);
        Accounts.Granted again = accounts.reset(ADMIN, "cement-2");
        assertThat(tokens.verify(token, store)).isEmpty();
        assertThat(verifier.verify("cement-2", again.password()).orElseThrow().mustChangePassword())
                .isTrue();
    }

    @Test
    void failures_areLogged_onceANameAndWindow() {
        for (int i = 0; i < 15; i++) {
            verifier.verify("boss", "wrong password");
        }
        assertThat(audit.page(new AuditFilter("", "login.closed", "boss"), Long.MAX_VALUE, 9))
                .hasSize(1);
        LoginFailures failures = new LoginFailures(audit, clock);
        for (int i = 0; i < 300; i++) {
            failures.note("bearer.refused", "192.0.2." + i);
        }
        assertThat(audit.page(new AuditFilter("", "bearer.refused", ""), Long.MAX_VALUE, 1_000))
                .hasSize(120);
        clock.advanceSeconds(3_600);
        failures.note("bearer.refused", "192.0.2.1");
        assertThat(audit.page(new AuditFilter("", "bearer.refused", ""), Long.MAX_VALUE, 1)
                        .get(0)
                        .details())
                .containsEntry("unwritten", "180");
    }

    @Test
    void sharing_givesAndTakesBack_atOnce() {
        accounts.create(BOSS, new Account("tuv", Set.of(Role.VERIFIER), ""));
        Grants grants = new Grants(jdbi, clock);
        Sharing sharing = new Sharing(grants, store, audit, clock);
        assertThat(grants.isPartner("88.118.1", Set.of("88.118.2"), "product")).isFalse();

        Grant partner = sharing.give(ADMIN, "88.118.1", Grant.Kind.PARTNER, "88.118.2", "product");
        Grant verifies = sharing.give(ADMIN, "88.118.1", Grant.Kind.VERIFIER, "tuv", "");
        assertThat(grants.isPartner("88.118.1", Set.of("88.118.2"), "product")).isTrue();
        assertThat(grants.isPartner("88.118.1", Set.of("88.118.2"), "device")).isFalse();
        assertThat(grants.isPartner("88.118.2", Set.of("88.118.1"), "product")).isFalse();
        assertThat(grants.isVerifier("88.118.1", "tuv", "device")).isTrue();
        assertThat(grants.verifiedBy("tuv")).containsExactly("88.118.1");
        assertThat(sharing.page(ADMIN, "", 10)).containsExactlyInAnyOrder(partner, verifies);

        assertThatThrownBy(() -> sharing.give(ADMIN, "88.118.1", Grant.Kind.PARTNER, "88.118.2", "product"))
                .hasMessageContaining("already");
        assertThatThrownBy(() -> sharing.give(ADMIN, "88.118.2", Grant.Kind.PARTNER, "88.118.1", ""))
                .hasMessageContaining("88.118.2");
        assertThatThrownBy(() -> sharing.give(CLERK, "88.118.1", Grant.Kind.PARTNER, "88.118.3", ""))
                .hasMessageContaining("partners");
        assertThatThrownBy(() -> sharing.give(ADMIN, "88.118.1", Grant.Kind.VERIFIER, "boss", ""))
                .hasMessageContaining("Nothing was granted");
        assertThatThrownBy(() -> sharing.give(ADMIN, "88.118.1", Grant.Kind.PARTNER, "a/b", ""))
                .hasMessageContaining("Nothing was granted");

        sharing.revoke(ADMIN, partner.id());
        sharing.revoke(ADMIN, partner.id());
        sharing.revoke(BOSS, verifies.id());
        assertThat(grants.isPartner("88.118.1", Set.of("88.118.2"), "product")).isFalse();
        assertThat(grants.verifiedBy("tuv")).isEmpty();
        assertThat(audit.page(new AuditFilter("", "grant.", ""), Long.MAX_VALUE, 9))
                .hasSize(4);
    }
}
