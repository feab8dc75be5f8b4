// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.store;

import java.util.Optional;
import org.tanma.handle.model.HandleName;

/**
 * The read side of the record store: one lookup by handle.
 *
 * <p>Staleness: none; a lookup that starts after a write was acknowledged sees that write or a later one, and a record
 * is seen whole or not at all. Thread-safety: any number of threads at once. A lookup may block on a disk: never call it
 * on an event loop.
 *
 * <p>Errors: {@link StoreException} when the engine cannot answer; an absent handle is no error.
 */
public interface HandleStore {
    /** The record of a handle, letter case aside; empty when it was never written or has been deleted. */
    Optional<StoredRecord> find(HandleName name);
}
