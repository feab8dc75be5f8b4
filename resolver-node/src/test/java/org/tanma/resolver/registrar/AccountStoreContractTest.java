// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tanma.kit.sql.SqlConfig;
import org.tanma.kit.sql.SqlDatabase;
import org.tanma.kit.testing.SqlEngines;

abstract class AccountStoreContractTest {
    private static final PasswordHasher HASHER = new PasswordHasher(new SecureRandom(), PasswordHasher.MIN_ITERATIONS);
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));

    abstract SqlEngines engine();

    @Test
    void create_find_afterReopening() {
        SqlConfig config = engine().freshConfig();
        Account account = Account.enterprise("cement", "88.118.1");
        PasswordHash hash = HASHER.hash("a good password");
        try (SqlDatabase database = SqlDatabase.open(config, "registrar")) {
            assertThat(new AccountStore(database.jdbi(), CLOCK).create(account, hash))
                    .isTrue();
        }
        AccountStore again = new AccountStore(engine().open(config).jdbi(), CLOCK);
        AccountStore.Credentials found = again.find("cement").orElseThrow();
        assertThat(found.account()).isEqualTo(account);
        assertThat(found.hash()).isEqualTo(hash);
        assertThat(PasswordHasher.matches("a good password", found.hash())).isTrue();
        assertThat(PasswordHasher.matches("a good passworD", found.hash())).isFalse();
        assertThat(again.find("Cement")).isEmpty();
    }

    @Test
    void create_takenName_changesNothing() {
        AccountStore store = new AccountStore(engine().open().jdbi(), CLOCK);
        PasswordHash first = HASHER.hash("first password");
        assertThat(store.create(Account.operator("root"), first)).isTrue();
        assertThat(store.create(Account.enterprise("root", "88.118.1"), HASHER.hash("second password")))
                .isFalse();
        assertThat(store.find("root").orElseThrow())
                .isEqualTo(new AccountStore.Credentials(Account.operator("root"), first));
    }

    @Test
    void list_changePassword_remove() {
        AccountStore store = new AccountStore(engine().open().jdbi(), CLOCK);
        Account both = new Account("watch", Set.of(Role.REGULATOR, Role.VERIFIER), "");
        store.create(both, HASHER.hash("12345678"));
        store.create(Account.operator("boss"), HASHER.hash("12345678"));
        assertThat(store.list()).containsExactly(Account.operator("boss"), both);

        PasswordHash fresh = HASHER.hash("another password");
        assertThat(store.changePassword("boss", fresh)).isTrue();
        assertThat(store.find("boss").orElseThrow().hash()).isEqualTo(fresh);
        assertThat(store.changePassword("nobody", fresh)).isFalse();

        assertThat(store.remove("boss")).isTrue();
        assertThat(store.remove("boss")).isFalse();
        assertThat(store.list()).containsExactly(both);
    }

    @Test
    void account_refusals() {
        assertThatThrownBy(() -> Account.operator("Boss")).hasMessageContaining("Boss");
        assertThatThrownBy(() -> Account.enterprise("cement", "")).hasMessageContaining("prefix");
        assertThatThrownBy(() -> new Account("watch", Set.of(Role.VERIFIER), "88.118.1"))
                .hasMessageContaining("prefix");
        assertThatThrownBy(() -> new Account("watch", Set.of(), "")).hasMessageContaining("role");
        assertThatThrownBy(() -> HASHER.hash("1234567")).hasMessageContaining("8");
        assertThatThrownBy(() -> new PasswordHasher(new SecureRandom(), 209_999))
                .hasMessageContaining("210000");
        assertThat(Account.enterprise("cement", "88.118.1").authorities())
                .containsExactly("ROLE_ENTERPRISE_ADMIN", "PREFIX_88.118.1");
    }
}
