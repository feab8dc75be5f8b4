// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.resolve;

/** Makes the chosen values one run of octets that every network face can copy or decode. */
final class EncodeStage implements ResolutionStage {
    @Override
    public Resolution resolve(ResolutionExchange exchange, Next next) {
        return new Resolution.Found(
                exchange.name(), exchange.selection().of(exchange.record().values()));
    }
}
