// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.admin;

import java.util.List;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.wire.ResponseCode;

/** How an administrative operation ended. */
public sealed interface AdminOutcome {
    /** The code that says this on the wire; its HTTP status comes with it. */
    ResponseCode responseCode();

    /**
     * It is done, and on disk.
     *
     * @param name the handle, with its minted suffix if it has one
     * @param isNew a record was written where none was
     */
    record Done(HandleName name, boolean isNew) implements AdminOutcome {
        @Override
        public ResponseCode responseCode() {
            return ResponseCode.SUCCESS;
        }
    }

    /**
     * It is not done, and nothing has changed.
     *
     * @param message one sentence for a person
     * @param indexes of the values it is about; empty when it is about the whole handle
     */
    record Refused(ResponseCode responseCode, String message, List<Integer> indexes)
            implements AdminOutcome, ListOutcome {
        public Refused {
            indexes = List.copyOf(indexes);
        }

        static Refused of(ResponseCode code, String message) {
            return new Refused(code, message, List.of());
        }
    }
}
