// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.admin;

import java.util.Optional;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.wire.ResponseCode;

/** What else must hold of a record that administrators write, besides what the protocol asks. Safe between threads. */
public interface RecordRule {
    /** Nothing else. */
    RecordRule NONE = (name, before, after) -> Optional.empty();

    /** Why a change must not be made, as a code and one sentence. */
    record Objection(ResponseCode code, String message) {}

    /**
     * The objection to a change, if there is one.
     *
     * @param before empty when the record is created
     * @param after empty when it is deleted
     */
    Optional<Objection> objection(HandleName name, Optional<HandleRecord> before, Optional<HandleRecord> after);
}
