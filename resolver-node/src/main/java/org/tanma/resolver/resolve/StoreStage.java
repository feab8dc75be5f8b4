// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.resolve;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tanma.handle.wire.ResponseCode;
import org.tanma.resolver.store.HandleStore;
import org.tanma.resolver.store.StoreException;
import org.tanma.resolver.store.StoredRecord;

/** Looks the record up unless it came from elsewhere, and answers for the store when it fails or its octets turn out damaged. Blocking. */
final class StoreStage implements ResolutionStage {
    private static final Logger LOG = LoggerFactory.getLogger(StoreStage.class);
    private final HandleStore store;

    StoreStage(HandleStore store) {
        this.store = store;
    }

    @Override
    public Resolution resolve(ResolutionExchange exchange, Next next) {
        if (exchange.hasRecord()) {
            return next.resolve(exchange);
        }
        try {
            Optional<StoredRecord> record = store.find(exchange.name());
            if (record.isEmpty()) {
                return new Resolution.HandleNotFound(exchange.name());
            }
            exchange.setRecord(record.get());
            return next.resolve(exchange);
        } catch (StoreException e) {
            LOG.error("{} could not be looked up", exchange.name(), e);
            return new Resolution.Failed(ResponseCode.ERROR, "the record store of this node does not answer");
        }
    }
}
