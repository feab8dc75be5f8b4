// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.resolve;

import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.InvalidHandleException;
import org.tanma.handle.wire.ResponseCode;

/** Reads the handle out of its octets. */
final class ParseStage implements ResolutionStage {
    @Override
    public Resolution resolve(ResolutionExchange exchange, Next next) {
        try {
            exchange.setName(HandleName.decode(exchange.query().handle().toArray()));
        } catch (InvalidHandleException e) {
            return new Resolution.Failed(ResponseCode.INVALID_HANDLE, String.valueOf(e.getMessage()));
        }
        return next.resolve(exchange);
    }
}
