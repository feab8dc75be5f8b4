// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.resolve;

import org.tanma.handle.wire.ResponseCode;
import org.tanma.resolver.store.StoredRecord;

/**
 * Gets the record of another's handle from the parent resolver. Blocking.
 *
 * <p>A question that {@value #MOST_HOPS} servers have passed on goes no further.
 */
final class RecursionStage implements ResolutionStage {
    static final int MOST_HOPS = 8;
    private final ParentResolver parent;

    RecursionStage(ParentResolver parent) {
        this.parent = parent;
    }

    /** True when there is a parent and the asker wants it asked. */
    boolean isFor(QueryRoute route) {
        return parent != ParentResolver.NONE && route.isRecursive();
    }

    @Override
    public Resolution resolve(ResolutionExchange exchange, Next next) {
        int hops = exchange.query().route().recursionCount();
        if (hops >= MOST_HOPS) {
            return new Resolution.Failed(
                    ResponseCode.RECURSION_TOO_DEEP,
                    hops + " servers have passed the question on; at most " + MOST_HOPS + " may");
        }
        ParentAnswer answer = parent.find(exchange.name(), hops + 1);
        if (answer instanceof ParentAnswer.Values found) {
            exchange.setRecord(new StoredRecord(exchange.name(), 1, found.values()));
            return next.resolve(exchange);
        }
        if (answer instanceof ParentAnswer.Absent) {
            return new Resolution.HandleNotFound(exchange.name());
        }
        if (answer instanceof ParentAnswer.Refused refused) {
            return new Resolution.Failed(refused.code(), refused.message());
        }
        return new Resolution.Failed(
                ResponseCode.SERVER_BUSY,
                exchange.name() + " is with another service, and " + ((ParentAnswer.Unavailable) answer).reason());
    }
}
