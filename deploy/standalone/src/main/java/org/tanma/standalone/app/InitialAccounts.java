// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tanma.resolver.registrar.Account;
import org.tanma.resolver.registrar.AccountStore;
import org.tanma.resolver.registrar.PasswordHasher;
import org.tanma.resolver.registrar.Role;
import org.tanma.resolver.registrar.account.FirstPasswords;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The accounts a node makes for itself at its first start, with passwords made at random, kept in {@code accounts.json} of the
 * data directory for its owner alone to read until somebody changes them: then the file forgets the account. One that the file
 * has lost, and whose password nobody changed, gets a new password.
 */
final class InitialAccounts implements FirstPasswords {
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int PASSWORD_LENGTH = 16;

    private final Path file;
    private final SecureRandom random = new SecureRandom();
    private final JsonMapper json = new JsonMapper();

    InitialAccounts(Path dataDirectory) {
        this.file = dataDirectory.resolve("accounts.json");
    }

    /** Reads the accounts, or makes them; then sees to it that the store knows each. */
    List<InitialAccount> open(AccountStore store, PasswordHasher hasher, List<SampleEnterprise> enterprises) {
        List<InitialAccount> read = read();
        List<InitialAccount> accounts = new ArrayList<>(read);
        Set<String> known = new java.util.HashSet<>();
        accounts.forEach(a -> known.add(a.name()));
        store.list().stream()
                .filter(a -> store.find(a.name())
                        .filter(c -> c.passwordAt().isAfter(Instant.EPOCH))
                        .isPresent())
                .forEach(a -> known.add(a.name()));
        for (Role role : List.of(Role.OPERATOR, Role.REGULATOR, Role.VERIFIER)) {
            String name = role.name().toLowerCase(java.util.Locale.ROOT);
            if (known.add(name)) {
                accounts.add(new InitialAccount(name, password(), List.of(role.name()), ""));
            }
        }
        for (SampleEnterprise enterprise : enterprises) {
            if (known.add(enterprise.account())) {
                accounts.add(new InitialAccount(
                        enterprise.account(), password(), List.of(Role.ENTERPRISE_ADMIN.name()), enterprise.prefix()));
            }
        }
        write(accounts);
        for (InitialAccount account : accounts) {
            if (!read.contains(account) && store.changePassword(account.name(), hasher.hash(account.password()))) {
                continue;
            }
            if (store.find(account.name()).isEmpty()) {
                Role role = Role.of(account.roles().get(0));
                store.create(
                        new Account(account.name(), Set.of(role), account.prefix()), hasher.hash(account.password()));
            }
        }
        return List.copyOf(accounts);
    }

    @Override
    public synchronized void forget(String account) {
        List<InitialAccount> kept = read();
        List<InitialAccount> left =
                kept.stream().filter(a -> !a.name().equals(account)).toList();
        if (left.size() < kept.size()) {
            write(left);
        }
    }

    private List<InitialAccount> read() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return List.of(json.readValue(file.toFile(), InitialAccount[].class));
        } catch (JacksonException e) {
            throw new StartRefusedException(StartPhrase.of("accounts", file), e);
        }
    }

    private void write(List<InitialAccount> accounts) {
        try {
            Path draft = PrivateFile.create(file.resolveSibling("accounts.json.new"));
            Files.writeString(
                    draft,
                    json.writerWithDefaultPrettyPrinter().writeValueAsString(accounts) + "\n",
                    StandardCharsets.UTF_8);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String password() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < PASSWORD_LENGTH; i++) {
            password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return password.toString();
    }
}
