// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.resolve;

import java.nio.charset.StandardCharsets;
import org.tanma.handle.wire.ResponseCode;
import org.tanma.handle.wire.WireLimits;

/** Refuses a question that asks for more, or by longer names, than {@link WireLimits} allows. */
final class LimitsStage implements ResolutionStage {
    @Override
    public Resolution resolve(ResolutionExchange exchange, Next next) {
        ResolutionQuery query = exchange.query();
        if (query.handle().length() > WireLimits.HANDLE_OCTETS) {
            return tooMuch(
                    ResponseCode.INVALID_HANDLE,
                    "the handle has",
                    query.handle().length(),
                    "octets",
                    WireLimits.HANDLE_OCTETS);
        }
        if (query.indexes().size() > WireLimits.INDEXES) {
            return tooMuch(
                    ResponseCode.PROTOCOL_ERROR, "asked for", query.indexes().size(), "indexes", WireLimits.INDEXES);
        }
        if (query.types().size() > WireLimits.TYPES) {
            return tooMuch(
                    ResponseCode.PROTOCOL_ERROR, "asked for", query.types().size(), "types", WireLimits.TYPES);
        }
        for (String type : query.types()) {
            int octets = type.getBytes(StandardCharsets.UTF_8).length;
            if (octets > WireLimits.STRING_OCTETS) {
                return tooMuch(ResponseCode.PROTOCOL_ERROR, "a type has", octets, "octets", WireLimits.STRING_OCTETS);
            }
        }
        return next.resolve(exchange);
    }

    private static Resolution tooMuch(ResponseCode code, String what, int given, String unit, int allowed) {
        return new Resolution.Failed(code, what + " " + given + " " + unit + "; at most " + allowed + " are allowed");
    }
}
