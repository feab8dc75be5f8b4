// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.resolve;

import org.tanma.handle.wire.ResponseCode;

/** Ends questions about handles that other servers answer for. */
final class AuthorityStage implements ResolutionStage {
    private final ResponsiblePrefixes prefixes;

    AuthorityStage(ResponsiblePrefixes prefixes) {
        this.prefixes = prefixes;
    }

    @Override
    public Resolution resolve(ResolutionExchange exchange, Next next) {
        if (!prefixes.covers(exchange.name())) {
            return new Resolution.Failed(
                    ResponseCode.SERVER_NOT_RESPONSIBLE,
                    "this node answers for " + String.join(", ", prefixes.prefixes()) + " and prefixes derived from it,"
                            + " not for " + exchange.name().prefix());
        }
        return next.resolve(exchange);
    }
}
