// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.store;

import org.tanma.handle.model.HandleName;

/**
 * What became of one change.
 *
 * <p>Shape: {@code version} is the record's version once the call has returned, 0 when the handle has no record.
 */
public record WriteOutcome(HandleName name, Status status, long version) {
    /** The ways a change can end. */
    public enum Status {
        /** A record was written where none was. */
        CREATED,
        /** A record was written over another. */
        REPLACED,
        /** The store was already as asked, timestamps aside; nothing was written. */
        UNCHANGED,
        /** The record was removed. */
        DELETED,
        /** The stored version was not the expected one; nothing of the batch was written. */
        CONFLICT,
        /** Another change of the batch was in conflict; nothing of the batch was written. */
        NOT_TRIED
    }

    /** True when the store is now as this change asked, written just now or before. */
    public boolean isAccepted() {
        return status != Status.CONFLICT && status != Status.NOT_TRIED;
    }
}
