// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tanma.kit.sql.SqlConfig;
import org.tanma.kit.sql.SqlDatabase;
import org.tanma.resolver.registrar.AccountStore;
import org.tanma.resolver.registrar.AccountVerifier;
import org.tanma.resolver.registrar.PasswordHasher;

class InitialAccountsTest {
    private static final int ITERATIONS = 210_000;

    @TempDir
    Path directory;

    private final PasswordHasher hasher = new PasswordHasher(new SecureRandom(), ITERATIONS);
    private SqlDatabase database;
    private AccountStore store;

    @BeforeEach
    void open() throws Exception {
        database =
                SqlDatabase.open(new SqlConfig.Embedded(Files.createDirectory(directory.resolve("sql"))), "registrar");
        store = new AccountStore(database.jdbi(), InstantSource.system());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void secondStart_knowsTheSameAccounts() {
        List<InitialAccount> first = accounts();
        assertThat(accounts()).isEqualTo(first);
        assertThat(first).allMatch(this::maySignIn);
    }

    @Test
    void lostFile_givesPasswordsThatWork() throws Exception {
        List<InitialAccount> lost = accounts();
        Files.delete(directory.resolve("accounts.json"));
        assertThat(accounts()).doesNotContainAnyElementsOf(lost).allMatch(this::maySignIn);
        assertThat(lost).noneMatch(this::maySignIn);
    }

    @Test
    void emptyFile_isRefusedByName() throws Exception {
        Files.createFile(directory.resolve("accounts.json"));
        assertThatThrownBy(this::accounts)
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("accounts.json cannot be read")
                .hasMessageContaining("remove it");
    }

    private List<InitialAccount> accounts() {
        return new InitialAccounts(directory).open(store, hasher, List.of());
    }

    private boolean maySignIn(InitialAccount account) {
        return new AccountVerifier(store, InstantSource.system(), new SecureRandom())
                .verify(account.name(), account.password())
                .isPresent();
    }
}
