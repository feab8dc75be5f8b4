// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.tanma.kit.rest.Answers;
import org.tanma.kit.rest.ProblemException;
import org.tanma.kit.rest.WordedProblem;
import org.tanma.kit.rest.Wording;
import org.tanma.resolver.registrar.Account;
import org.tanma.resolver.registrar.AccountVerifier;
import org.tanma.resolver.registrar.TokenService;
import reactor.core.publisher.Mono;

/** Signing in once for eight hours. */
@RestController
@Tag(name = "Tokens", description = "Sign in for eight hours")
public final class TokenController {
    private static final String BASIC = "Basic ";

    private final AccountVerifier accounts;
    private final TokenService tokens;

    public TokenController(AccountVerifier accounts, TokenService tokens) {
        this.accounts = accounts;
        this.tokens = tokens;
    }

    @PostMapping("/api/v1/tokens")
    @Operation(
            summary = "A bearer token for an account",
            description = "Name and password by HTTP Basic or in the body. A token does not give another token.")
    @ApiResponse(responseCode = "201", description = "The token; send it as Authorization: Bearer …")
    @ApiResponse(responseCode = "401", description = "Name and password do not belong together", content = @Content)
    public Mono<ResponseEntity<TokenAnswer>> issue(
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable
                    String authorization,
            @RequestBody(required = false) @Nullable TokenRequest body) {
        return Answers.of(() -> {
            TokenRequest given = body != null ? body : basic(authorization);
            Account account = accounts.verify(text(given.account()), text(given.password()))
                    .orElseThrow(TokenController::refusal);
            if (account.mustChangePassword()) {
                throw ProblemException.forbidden(new Wording(
                        "该密码由他人设定，须先用 POST /api/v1/account/password 改掉。",
                        "This password was made by somebody else; change it first by POST /api/v1/account/password."));
            }
            TokenService.IssuedToken issued = tokens.issue(account);
            return ResponseEntity.status(201)
                    .cacheControl(CacheControl.noStore())
                    .body(new TokenAnswer(
                            issued.token(),
                            "Bearer",
                            issued.expiresAt().toString(),
                            account.name(),
                            account.roles().stream().map(Enum::name).sorted().toList(),
                            account.prefix().isEmpty() ? null : account.prefix()));
        });
    }

    @GetMapping(path = "/.well-known/jwks.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "The key tokens are signed with, as a JSON Web Key Set")
    public String keys() {
        return tokens.publicKeySet();
    }

    private static TokenRequest basic(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            throw refusal();
        }
        try {
            byte[] octets = Base64.getDecoder()
                    .decode(authorization.substring(BASIC.length()).strip());
            String pair = new String(octets, StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            if (colon < 0) {
                throw refusal();
            }
            return new TokenRequest(pair.substring(0, colon), pair.substring(colon + 1));
        } catch (IllegalArgumentException e) {
            throw refusal();
        }
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }

    private static ProblemException refusal() {
        return new ProblemException(new WordedProblem(
                "not-signed-in",
                401,
                new Wording("未登录", "Not signed in"),
                new Wording(
                        "账户名与密码不符，或一分钟内失败过多。",
                        "Account name and password do not belong together, or there were too many failures in the last"
                                + " minute."),
                List.of()));
    }
}
