// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.account;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.tanma.kit.rest.Caller;
import org.tanma.kit.rest.ProblemException;
import org.tanma.kit.rest.WordedViolation;
import org.tanma.kit.rest.Wording;
import org.tanma.resolver.registrar.Account;
import org.tanma.resolver.registrar.AccountStore;
import org.tanma.resolver.registrar.AccountVerifier;
import org.tanma.resolver.registrar.PasswordHasher;
import org.tanma.resolver.registrar.Role;
import org.tanma.resolver.registrar.audit.AuditLog;

/**
 * Making, disabling and resetting accounts, and changing one's own password.
 *
 * <p>Contract: an admin of an enterprise keeps admins and clerks under its own prefix, the operator keeps all. A password that
 * is made for somebody is told once and must be changed before anything else. Every change is in the audit log. Errors: {@link
 * ProblemException}. Safe between threads.
 */
public final class Accounts {
    /** Most characters of a password, so that hashing one has a bounded cost. */
    public static final int MAX_PASSWORD = 256;

    private static final int PASSWORD_LENGTH = 16;
    private static final int MOST_LISTED = 1_000;

    /** An account that was made or reset, with the password that is told this once. */
    public record Granted(Account account, String password) {}

    private final AccountStore store;
    private final AccountVerifier verifier;
    private final PasswordHasher hasher;
    private final FirstPasswords firstPasswords;
    private final AuditLog audit;
    private final InstantSource clock;
    private final RandomGenerator random;

    /** @param random a cryptographically strong generator: it makes passwords */
    public Accounts(
            AccountStore store,
            AccountVerifier verifier,
            PasswordHasher hasher,
            FirstPasswords firstPasswords,
            AuditLog audit,
            InstantSource clock,
            RandomGenerator random) {
        this.store = store;
        this.verifier = verifier;
        this.hasher = hasher;
        this.firstPasswords = firstPasswords;
        this.audit = audit;
        this.clock = clock;
        this.random = random;
    }

    /** Accounts the caller keeps, by name after {@code after}, at most {@code limit}. */
    public List<AccountStore.Credentials> page(Caller caller, String after, int limit) {
        Permissions.require(caller, Permission.KEEP_ACCOUNTS);
        String prefix = caller.isOperator() ? "" : ownPrefix(caller);
        return store.page(prefix, after, Math.min(limit, MOST_LISTED));
    }

    /** Makes an account with a password that must be changed at once. */
    public Granted create(Caller caller, Account wanted) {
        requireKeeper(caller, wanted);
        String password = SecretText.make(random, PASSWORD_LENGTH);
        if (!store.createInitial(wanted, hasher.hash(password))) {
            throw ProblemException.conflict(new Wording(
                    "账户名“" + wanted.name() + "”已被使用，请另选。",
                    "The account name '" + wanted.name() + "' is taken; choose another."));
        }
        audit.record(
                caller.name(),
                "account.created",
                wanted.name(),
                Map.of("roles", wanted.roles().toString(), "prefix", wanted.prefix()));
        return new Granted(wanted, password);
    }

    /** Gives an account another password, which must be changed at once; tokens issued before end. */
    public Granted reset(Caller caller, String name) {
        Account account = kept(caller, name);
        String password = SecretText.make(random, PASSWORD_LENGTH);
        store.resetPassword(name, hasher.hash(password), clock.instant());
        firstPasswords.forget(name);
        audit.record(caller.name(), "account.reset", name, Map.of());
        return new Granted(account, password);
    }

    /** Lets an account sign in, or not any more; its tokens end with it. */
    public void enable(Caller caller, String name, boolean isEnabled) {
        kept(caller, name);
        if (name.equals(caller.name())) {
            throw ProblemException.conflict(
                    new Wording("不能停用或启用自己的账户。", "An account does not disable or enable itself."));
        }
        store.enable(name, isEnabled);
        audit.record(caller.name(), isEnabled ? "account.enabled" : "account.disabled", name, Map.of());
    }

    /** Changes the password of whoever knows the present one. */
    public void changePassword(String name, String present, String wanted) {
        if (wanted.length() < PasswordHasher.MIN_LENGTH || wanted.length() > MAX_PASSWORD || wanted.equals(present)) {
            throw ProblemException.unprocessable(
                    "password",
                    new Wording("新密码不可用。", "The new password cannot be taken."),
                    List.of(new WordedViolation(
                            "newPassword",
                            wanted.equals(present) ? "" : wanted.length() + "",
                            new Wording(
                                    PasswordHasher.MIN_LENGTH + " 至 " + MAX_PASSWORD + " 个字符，且不同于现密码",
                                    PasswordHasher.MIN_LENGTH + " to " + MAX_PASSWORD
                                            + " characters, other than the present password"),
                            Wording.NONE)));
        }
        if (verifier.verify(name, present).isEmpty()) {
            throw ProblemException.forbidden(new Wording("现密码有误。", "The present password is wrong."));
        }
        store.changeOwnPassword(name, hasher.hash(wanted), clock.instant());
        firstPasswords.forget(name);
        audit.record(name, "account.password", name, Map.of());
    }

    private Account kept(Caller caller, String name) {
        Permissions.require(caller, Permission.KEEP_ACCOUNTS);
        Account account = store.find(name)
                .map(AccountStore.Credentials::account)
                .filter(a -> caller.isOperator() || caller.prefixes().contains(a.prefix()))
                .orElseThrow(() -> ProblemException.notFound(
                        new Wording("没有账户“" + name + "”。", "There is no account '" + name + "'.")));
        requireKeeper(caller, account);
        return account;
    }

    private static void requireKeeper(Caller caller, Account account) {
        boolean isOwn = account.roles().stream().allMatch(Role::isEnterprise);
        if (caller.isOperator() && !isOwn) {
            return;
        }
        Permissions.require(caller, Permission.KEEP_ACCOUNTS, account.prefix());
        if (!isOwn) {
            Set<Role> roles = account.roles();
            throw ProblemException.forbidden(new Wording(
                    "企业管理员只能管理本企业的管理员和经办人账户，不能管理 " + roles + "。",
                    "An enterprise keeps admins and clerks of its own, not " + roles + "."));
        }
    }

    private static String ownPrefix(Caller caller) {
        return caller.prefixes().stream()
                .findFirst()
                .orElseThrow(() -> ProblemException.forbidden(
                        new Wording("该账户不属于任何企业。", "This account belongs to no enterprise.")));
    }
}
