// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.store;

import java.util.Optional;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;

/**
 * One change of a batch: a record to be there, or a handle to be gone.
 *
 * <p>Shape: {@code record} is empty for a deletion; {@code note} is empty when nobody says who made the change.
 */
public record RecordChange(
        HandleName name, Optional<HandleRecord> record, ExpectedVersion expected, Optional<ChangeNote> note) {
    public RecordChange {
        record.ifPresent(r -> {
            if (!r.name().equals(name)) {
                throw new IllegalArgumentException("a change of " + name + " carries the record of " + r.name());
            }
        });
    }

    /** The record shall be this one. */
    public static RecordChange put(HandleRecord record, ExpectedVersion expected) {
        return new RecordChange(record.name(), Optional.of(record), expected, Optional.empty());
    }

    /** The handle shall have no record. */
    public static RecordChange delete(HandleName name, ExpectedVersion expected) {
        return new RecordChange(name, Optional.empty(), expected, Optional.empty());
    }

    /** The same change with who made it. */
    public RecordChange by(ChangeNote who) {
        return new RecordChange(name, record, expected, Optional.of(who));
    }
}
