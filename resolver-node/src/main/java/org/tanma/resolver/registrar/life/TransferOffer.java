// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.life;

import java.time.Instant;
import java.util.List;
import org.tanma.handle.model.HandleName;

/**
 * Records that one enterprise offers to another.
 *
 * @param id in the order of the offers
 * @param from prefix of the enterprise the records belong to
 * @param to prefix of the enterprise that is to have them
 * @param decidedBy account that accepted, rejected or cancelled it; empty while it is open
 * @param decidedAt when that was; {@link Instant#EPOCH} while it is open
 */
public record TransferOffer(
        String id,
        String from,
        String to,
        List<HandleName> handles,
        String reason,
        String offeredBy,
        Instant offeredAt,
        Instant expiresAt,
        State state,
        String decidedBy,
        Instant decidedAt) {
    /** What became of it. */
    public enum State {
        OPEN,
        ACCEPTED,
        REJECTED,
        CANCELLED,
        EXPIRED
    }

    public TransferOffer {
        handles = List.copyOf(handles);
    }
}
