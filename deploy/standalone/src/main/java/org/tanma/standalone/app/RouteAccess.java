// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.app;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.tanma.kit.rest.WordedProblem;
import org.tanma.kit.rest.Wording;
import org.tanma.resolver.registrar.Account;
import org.tanma.standalone.access.RouteRule;
import org.tanma.standalone.access.RouteRules;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Whom a request is let in for, by the table of routes. What no line of it speaks of may be read by anyone and changed by whoever
 * is signed in, but not by API keys. Enterprises that are suspended change nothing; whoever has to change a password does
 * that first.
 */
final class RouteAccess implements ReactiveAuthorizationManager<AuthorizationContext> {
    private static final String OWN_PASSWORD = "/api/v1/account/password";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final String PREFIX = "PREFIX_";

    /** A refusal that says why. */
    static final class RefusedException extends AccessDeniedException {
        private static final long serialVersionUID = 1L;
        private final transient WordedProblem problem;

        RefusedException(String name, Wording detail) {
            super(detail.en());
            this.problem = new WordedProblem(name, 403, new Wording("没有权限", "Not permitted"), detail, List.of());
        }

        WordedProblem problem() {
            return problem;
        }
    }

    private final RouteRules rules;
    private final Function<String, Optional<String>> suspensions;

    /** @param suspensions why the enterprise of a prefix is suspended, if it is; may block */
    RouteAccess(RouteRules rules, Function<String, Optional<String>> suspensions) {
        this.rules = rules;
        this.suspensions = suspensions;
    }

    @Override
    public Mono<AuthorizationResult> authorize(Mono<Authentication> authentication, AuthorizationContext context) {
        ServerHttpRequest request = context.getExchange().getRequest();
        return authentication
                .filter(Authentication::isAuthenticated)
                .map(who -> who.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .filter(a -> a != null && !a.equals("ROLE_ANONYMOUS"))
                        .collect(Collectors.toSet()))
                .defaultIfEmpty(Set.of())
                .flatMap(held -> decide(request, held));
    }

    private Mono<AuthorizationResult> decide(ServerHttpRequest request, Set<String> held) {
        String method = request.getMethod().name();
        boolean isReading = READING.contains(method);
        Optional<RouteRule> rule = rules.find(method, request.getPath().pathWithinApplication());
        if (held.contains(Account.MUST_CHANGE_PASSWORD)) {
            return request.getPath().value().equals(OWN_PASSWORD)
                    ? granted()
                    : Mono.error(new RefusedException(
                            "change-password-first",
                            new Wording(
                                    "该密码由他人设定，须先用 POST " + OWN_PASSWORD + " 改掉。",
                                    "This password was made by somebody else; change it first by POST " + OWN_PASSWORD
                                            + ".")));
        }
        boolean isAdmitted = rule.map(r -> r.admits(held))
                .orElseGet(() -> isReading || !held.isEmpty() && held.stream().noneMatch(a -> a.startsWith("SCOPE_")));
        if (!isAdmitted) {
            return held.isEmpty()
                    ? Mono.just(new AuthorizationDecision(false))
                    : Mono.error(new RefusedException(
                            "role", refusal(method, request.getPath().value(), held)));
        }
        return isReading || held.contains("ROLE_OPERATOR") ? granted() : unlessSuspended(held);
    }

    private static Mono<AuthorizationResult> granted() {
        return Mono.just(new AuthorizationDecision(true));
    }

    private Mono<AuthorizationResult> unlessSuspended(Set<String> held) {
        List<String> prefixes = held.stream()
                .filter(a -> a.startsWith(PREFIX))
                .map(a -> a.substring(PREFIX.length()))
                .toList();
        if (prefixes.isEmpty()) {
            return granted();
        }
        return Mono.fromCallable(() -> prefixes.stream()
                        .flatMap(p -> suspensions.apply(p).stream())
                        .findFirst())
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(reason -> reason.isEmpty()
                        ? granted()
                        : Mono.error(new RefusedException(
                                "suspended",
                                new Wording(
                                        "该企业已被暂停，不能写入：" + reason.get(),
                                        "This enterprise is suspended and writes nothing: " + reason.get()))));
    }

    private static Wording refusal(String method, String path, Set<String> held) {
        List<String> roles = held.stream()
                .filter(a -> a.startsWith("ROLE_") || a.startsWith("SCOPE_"))
                .sorted()
                .toList();
        return new Wording(
                method + " " + path + " 不对 " + roles + " 开放。", method + " " + path + " is not open to " + roles + ".");
    }
}
