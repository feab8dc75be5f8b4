// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.store;

import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;

/**
 * A record as the store holds it.
 *
 * <p>Shape: the handle as it was spelled when last written; a version from 1 that grows by one with each change; the
 * values in ascending order of index, in their wire encoding, so that an answer copies them. Immutable.
 */
public record StoredRecord(HandleName name, long version, EncodedValues values) {
    public StoredRecord {
        if (version < 1) {
            throw new IllegalArgumentException("version " + version + " of " + name + " is below 1");
        }
    }

    /** The record with its values decoded. */
    public HandleRecord decode() {
        return new HandleRecord(name, values.decode());
    }
}
