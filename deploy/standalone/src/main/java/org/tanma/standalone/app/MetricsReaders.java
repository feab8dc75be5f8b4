// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.app;

import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import reactor.core.publisher.Mono;

/**
 * Who may read the node's figures: whoever asks from the node's own machine, and the operator from anywhere.
 *
 * <p>What a proxy on this machine passes on comes from elsewhere: it is told by the headers that proxies add.
 */
final class MetricsReaders implements ReactiveAuthorizationManager<AuthorizationContext> {
    private static final String OPERATOR = "ROLE_OPERATOR";
    private static final List<String> OF_PROXIES =
            List.of("Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP");

    @Override
    public Mono<AuthorizationResult> authorize(Mono<Authentication> authentication, AuthorizationContext context) {
        ServerHttpRequest request = context.getExchange().getRequest();
        if (isOwnMachine(request.getRemoteAddress(), request.getHeaders())) {
            return Mono.just(new AuthorizationDecision(true));
        }
        return authentication
                .map(MetricsReaders::isOperator)
                .defaultIfEmpty(false)
                .map(AuthorizationDecision::new);
    }

    static boolean isOperator(Authentication signedIn) {
        return signedIn.isAuthenticated()
                && signedIn.getAuthorities().stream().anyMatch(held -> OPERATOR.equals(held.getAuthority()));
    }

    static boolean isOwnMachine(@Nullable InetSocketAddress peer, HttpHeaders headers) {
        return peer != null
                && peer.getAddress() != null
                && peer.getAddress().isLoopbackAddress()
                && OF_PROXIES.stream().noneMatch(headers::containsHeader);
    }
}
