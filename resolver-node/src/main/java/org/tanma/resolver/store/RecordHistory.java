// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.store;

import java.util.List;
import java.util.Optional;
import org.tanma.handle.model.HandleName;

/**
 * Every version of every record, written together with the change that made it: what is acknowledged is in the history.
 *
 * <p>Nothing is ever dropped; what a change leaves as it was costs some forty octets, what it replaces is kept whole.
 * Versions from before the store kept them are missing. Safe between threads; may block on a disk.
 */
public interface RecordHistory {
    /** Most versions of one page. */
    int MAX_VERSIONS = 1_000;

    /**
     * The versions below {@code before}, newest first; the record as it is comes first when {@code before} is above it.
     *
     * @param limit 1 to {@value #MAX_VERSIONS}
     */
    List<RecordVersion> versions(HandleName name, long before, int limit);

    /** One version; empty when there never was such a one, or it is older than the keeping of versions. */
    default Optional<RecordVersion> version(HandleName name, long version) {
        if (version < 1 || version == Long.MAX_VALUE) {
            return Optional.empty();
        }
        return versions(name, version + 1, 1).stream()
                .filter(found -> found.version() == version)
                .findFirst();
    }
}
