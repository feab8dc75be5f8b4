// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.rest.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tanma.kit.rest.Answers;
import org.tanma.kit.rest.Caller;
import org.tanma.kit.rest.ProblemException;
import org.tanma.kit.rest.WordedViolation;
import org.tanma.kit.rest.Wording;
import org.tanma.resolver.registrar.Account;
import org.tanma.resolver.registrar.AccountStore;
import org.tanma.resolver.registrar.Role;
import org.tanma.resolver.registrar.account.Accounts;
import org.tanma.resolver.registrar.account.Permissions;
import reactor.core.publisher.Mono;

/** Accounts: one's own, and those an admin or the operator keeps. */
@RestController
@Tag(name = "Accounts", description = "One's own account, and those one keeps")
public final class AccountController {
    private static final String ALL_ROLES = "OPERATOR, ENTERPRISE_ADMIN, ENTERPRISE_CLERK, VERIFIER, REGULATOR";

    private final Accounts accounts;

    public AccountController(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Whoever asks, and what they may do. */
    @Schema(name = "OwnAccount")
    public record OwnAnswer(
            String account,
            List<String> roles,
            List<String> prefixes,
            List<String> scopes,
            List<String> permissions,

            @Schema(description = "Prefixes a verifier was assigned to")
            List<String> verifies,

            @Schema(description = "Nothing else is allowed before POST /api/v1/account/password")
            boolean mustChangePassword) {}

    /** A change of one's own password. */
    @Schema(name = "PasswordChange")
    public record PasswordChange(@Nullable String account, String password, String newPassword) {}

    /** An account that is wanted. */
    @Schema(name = "AccountRequest")
    public record AccountRequest(
            @Schema(example = "cement-clerk") String account,

            @Schema(description = "One of " + ALL_ROLES, example = "ENTERPRISE_CLERK")
            String role,

            @Schema(description = "For the operator to give; an admin's own otherwise", example = "88.118.1") @Nullable
            String prefix) {}

    /** Whether an account may sign in. */
    @Schema(name = "AccountChange")
    public record AccountChange(boolean enabled) {}

    /** An account. */
    @Schema(name = "Account")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AccountAnswer(
            String account,
            List<String> roles,
            @Nullable String prefix,
            boolean enabled,
            boolean mustChangePassword,

            @Schema(description = "Told once, and to be changed before anything else") @Nullable
            String password) {
        static AccountAnswer of(AccountStore.Credentials kept) {
            return of(kept.account(), kept.isEnabled(), null);
        }

        static AccountAnswer of(Accounts.Granted granted) {
            Account account = new Account(
                    granted.account().name(),
                    granted.account().roles(),
                    granted.account().prefix(),
                    true);
            return of(account, true, granted.password());
        }

        private static AccountAnswer of(Account account, boolean isEnabled, @Nullable String password) {
            return new AccountAnswer(
                    account.name(),
                    account.roles().stream().map(Role::name).sorted().toList(),
                    account.prefix().isEmpty() ? null : account.prefix(),
                    isEnabled,
                    account.mustChangePassword(),
                    password);
        }
    }

    /** A page of accounts. */
    @Schema(name = "AccountList")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AccountList(
            List<AccountAnswer> accounts, @Nullable String next) {}

    @GetMapping("/api/v1/account")
    @Operation(summary = "Who is signed in, and what they may do")
    public Mono<OwnAnswer> own() {
        return Answers.toSignedIn(caller -> new OwnAnswer(
                caller.name(),
                sorted(caller.roles()),
                sorted(caller.prefixes()),
                sorted(caller.scopes()),
                caller.roles().stream()
                        .flatMap(role -> Permissions.of(Role.of(role)).stream())
                        .map(Enum::name)
                        .distinct()
                        .sorted()
                        .toList(),
                sorted(caller.verified()),
                caller.roles().isEmpty()));
    }

    private static List<String> sorted(Set<String> texts) {
        return List.copyOf(new TreeSet<>(texts));
    }

    @PostMapping("/api/v1/account/password")
    @Operation(
            summary = "Change one's own password",
            description = "Tokens issued before end. The present password is asked for, whoever is signed in.")
    @ApiResponse(responseCode = "204", description = "Changed")
    @ApiResponse(responseCode = "403", description = "The present password is wrong", content = @Content)
    @ApiResponse(responseCode = "422", description = "The new password cannot be taken", content = @Content)
    public Mono<ResponseEntity<Void>> changePassword(@RequestBody PasswordChange change) {
        return Answers.toSignedIn(caller -> {
            accounts.changePassword(
                    caller.name(),
                    Objects.requireNonNullElse(change.password(), ""),
                    Objects.requireNonNullElse(change.newPassword(), ""));
            return ResponseEntity.noContent().build();
        });
    }

    @GetMapping("/api/v1/accounts")
    @Operation(summary = "The accounts one keeps: of the own enterprise, or all for the operator")
    public Mono<AccountList> list(
            @RequestParam(name = "after", defaultValue = "") String after,
            @RequestParam(name = "limit", defaultValue = "100") int limit) {
        int most = Paging.limit(limit);
        return Answers.toSignedIn(caller -> {
            List<AccountStore.Credentials> page = accounts.page(caller, after, most);
            String next =
                    page.size() < most ? null : page.get(most - 1).account().name();
            return new AccountList(page.stream().map(AccountAnswer::of).toList(), next);
        });
    }

    @PostMapping("/api/v1/accounts")
    @Operation(summary = "Make an account; its password is told once and must be changed first")
    @ApiResponse(responseCode = "201", description = "Made")
    @ApiResponse(responseCode = "409", description = "The name is taken", content = @Content)
    public Mono<ResponseEntity<AccountAnswer>> create(@RequestBody AccountRequest request) {
        return Answers.toSignedIn(caller ->
                secret(201, AccountAnswer.of(accounts.create(caller, wanted(request, caller)))));
    }

    private static Account wanted(AccountRequest request, Caller caller) {
        String name = Paging.required("account", Objects.requireNonNullElse(request.account(), ""));
        Role role = role(Objects.requireNonNullElse(request.role(), ""));
        String prefix = Objects.requireNonNullElse(request.prefix(), "");
        if (prefix.isEmpty() && role.isEnterprise()) {
            prefix = caller.prefixes().stream().findFirst().orElse("");
        }
        try {
            return new Account(name, Set.of(role), prefix);
        } catch (IllegalArgumentException e) {
            boolean isName = String.valueOf(e.getMessage()).startsWith("account name");
            throw ProblemException.unprocessable(
                    "account",
                    new Wording("未建立账户。", "No account was made."),
                    List.of(
                            isName
                                    ? new WordedViolation(
                                            "account",
                                            name,
                                            new Wording(
                                                    "2 至 64 个小写字母、数字、点和连字符，以字母或数字开头",
                                                    "2 to 64 small letters, digits, dots and hyphens, letter or digit first"),
                                            Wording.NONE)
                                    : new WordedViolation(
                                            "prefix",
                                            prefix,
                                            new Wording(
                                                    "企业账户须有前缀，其他账户不得有",
                                                    "a prefix for accounts of an enterprise, none for others"),
                                            Wording.NONE)));
        }
    }

    private static Role role(String name) {
        try {
            return Role.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw ProblemException.unprocessable(
                    "account",
                    new Wording("未建立账户。", "No account was made."),
                    List.of(new WordedViolation("role", name, Wording.same(ALL_ROLES), Wording.NONE)));
        }
    }

    @PatchMapping("/api/v1/accounts/{name}")
    @Operation(summary = "Let an account sign in, or not any more; its tokens end with it")
    @ApiResponse(responseCode = "204", description = "Changed")
    public Mono<ResponseEntity<Void>> change(@PathVariable("name") String name, @RequestBody AccountChange change) {
        return Answers.toSignedIn(caller -> {
            accounts.enable(caller, name, change.enabled());
            return ResponseEntity.noContent().build();
        });
    }

    @PostMapping("/api/v1/accounts/{name}/password-reset")
    @Operation(summary = "Give an account another password, told once; it must be changed first")
    public Mono<ResponseEntity<AccountAnswer>> reset(@PathVariable("name") String name) {
        return Answers.toSignedIn(caller -> secret(200, AccountAnswer.of(accounts.reset(caller, name))));
    }

    private static ResponseEntity<AccountAnswer> secret(int status, AccountAnswer answer) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .body(answer);
    }
}
