// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.index;

import org.tanma.resolver.store.StoreException;

/** The index is being made from the records; whoever asks may ask again later. */
public final class IndexBeingBuiltException extends StoreException {
    private static final long serialVersionUID = 1L;

    private final long done;

    IndexBeingBuiltException(long done) {
        super("the index of records is being made; " + done + " records are done");
        this.done = done;
    }

    /** Records that are indexed so far. */
    public long done() {
        return done;
    }
}
