// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.store;

import java.util.Optional;
import org.tanma.handle.model.HandleName;

/**
 * A record as it was from one change to the next.
 *
 * @param version from 1
 * @param kind empty when the version came by a bulk load, or is older than the keeping of versions
 * @param note who made it and when; empty when the writer did not say
 * @param content empty when the change removed the record
 */
public record RecordVersion(
        HandleName name,
        long version,
        Optional<ChangeFeed.Kind> kind,
        Optional<ChangeNote> note,
        Optional<StoredRecord> content) {}
