// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.store;

import java.util.Iterator;
import org.tanma.handle.model.HandleRecord;

/**
 * Takes in very many records at once, past the log of single writes.
 *
 * <p>All or nothing: readers and a crash see every record of a load or none. Durable when {@link #load} returns. The
 * records may come in any order and are read once, on the caller's thread; memory is bounded however many there are. Other
 * writers go on meanwhile. Listeners hear {@link ChangeFeed.ChangeListener#everythingChanged()} and the feed gets one
 * change of kind {@link ChangeFeed.Kind#EVERYTHING}.
 *
 * <p>One load at a time: a second one waits.
 */
public interface BulkLoader {
    /**
     * Loads the records of {@code records}.
     *
     * @throws HandleClashException when a handle comes twice, or exists and may not be replaced, or was written by someone
     *     else meanwhile; nothing is loaded then
     * @throws IllegalArgumentException when a record is larger than {@link HandleAdminStore#MAX_RECORD_OCTETS}
     */
    LoadReport load(Iterator<HandleRecord> records, Existing existing);

    /** What to do with a handle that has a record already. */
    enum Existing {
        REFUSE,
        REPLACE
    }

    /** Shape: {@code records} loaded in all, {@code replaced} of them in place of another. */
    record LoadReport(long records, long replaced) {}
}
