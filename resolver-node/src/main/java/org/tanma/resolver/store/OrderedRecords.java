// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.store;

import java.util.Optional;
import java.util.function.Consumer;

/** Every record of a store, one after the other, for exports and checks. */
public interface OrderedRecords {
    /**
     * Hands over each record in ascending order of its folded octets, all as they were when the call began, however long
     * it takes and whatever is written meanwhile.
     *
     * @param prefix the records of this prefix and of those derived from it alone; all when empty
     * @return how many there were
     */
    long forEach(Optional<String> prefix, Consumer<StoredRecord> each);
}
