// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.map;

import java.util.Optional;
import org.tanma.handle.model.HandleName;

/** Gives the records that a record points at, with the items that whoever asks may see. */
@FunctionalInterface
public interface RecordLookup {
    /** The record of a handle, read by its template; empty when there is none. */
    Optional<TemplatedRecord> find(HandleName handle);
}
