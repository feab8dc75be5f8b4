// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar;

import java.util.Optional;
import org.tanma.handle.model.HandleRecord;
import org.tanma.kit.rest.Caller;
import org.tanma.template.validate.Violation;

/** Why a record that exists is not written over by a registration, whatever its handle's prefix. */
public final class KeptRecord {
    private KeptRecord() {}

    /** What stands against it: that the record is retired, or was given to another enterprise. */
    public static Optional<Violation> violation(HandleRecord stored, Caller caller) {
        String handle = stored.name().toString();
        if (Retirement.isRetired(stored)) {
            return Optional.of(Refusals.handle(
                    "record.retired",
                    handle,
                    Refusals.of("record.retired.problem"),
                    Refusals.of("record.retired.allowed"),
                    Refusals.of("record.retired.hint")));
        }
        String owner = RecordOwners.ownerOf(stored);
        if (!caller.mayWriteUnder(owner)) {
            return Optional.of(Refusals.handle(
                    "record.transferred",
                    handle,
                    Refusals.of("record.transferred.problem", owner),
                    Refusals.of("record.transferred.allowed"),
                    Refusals.of("record.transferred.hint")));
        }
        return Optional.empty();
    }
}
