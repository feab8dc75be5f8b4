// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.app;

import org.springframework.security.web.server.firewall.ServerWebExchangeFirewall;
import org.springframework.security.web.server.firewall.StrictServerWebExchangeFirewall;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Lets identifiers into the path of {@code /resolve/…}: addresses have double slashes, serial numbers encoded slashes and
 * percent signs. Every other path is held to Spring Security's strict rules; nothing below {@code /resolve/} is protected by
 * its path.
 */
final class IdentifierFirewall implements ServerWebExchangeFirewall {
    private static final String RESOLVE = "/resolve/";

    private final StrictServerWebExchangeFirewall strict = new StrictServerWebExchangeFirewall();
    private final StrictServerWebExchangeFirewall open = new StrictServerWebExchangeFirewall();

    IdentifierFirewall() {
        open.setAllowUrlEncodedSlash(true);
        open.setAllowUrlEncodedDoubleSlash(true);
        open.setAllowUrlEncodedPercent(true);
        open.setAllowUrlEncodedPeriod(true);
        open.setAllowSemicolon(true);
        open.setAllowBackSlash(true);
    }

    @Override
    public Mono<ServerWebExchange> getFirewalledExchange(ServerWebExchange exchange) {
        boolean isIdentifier = exchange.getRequest().getURI().getRawPath().startsWith(RESOLVE);
        return (isIdentifier ? open : strict).getFirewalledExchange(exchange);
    }
}
