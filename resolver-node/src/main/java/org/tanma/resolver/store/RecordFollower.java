// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.store;

import java.util.List;
import java.util.Optional;
import org.tanma.handle.model.HandleName;

/**
 * Derives something from the records, change by change.
 *
 * <p>Is called after the changes can be read and before their writers are told: what it has derived by the time it
 * returns is there for whoever asks after the acknowledgement. Calls come one at a time, in the order of the sequence
 * numbers, on the engine's thread: it must be quick, and must neither throw nor write records.
 */
public interface RecordFollower {
    /** These changes were made, in this order, without gaps in their numbers. */
    void written(List<Written> changes);

    /** Any record may have changed, at this number: what was derived is to be made again from all of them. */
    void everythingWritten(long sequence);

    /** One change: the record before and after it, whichever there was. */
    record Written(
            long sequence,
            HandleName name,
            long version,
            Optional<StoredRecord> before,
            Optional<StoredRecord> after) {}
}
