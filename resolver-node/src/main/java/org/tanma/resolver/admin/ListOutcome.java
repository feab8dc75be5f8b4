// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.admin;

import java.util.List;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.wire.ResponseCode;

/** How a request for handles ended. */
public sealed interface ListOutcome permits ListOutcome.Listed, AdminOutcome.Refused {
    /** The code that says this on the wire; its HTTP status comes with it. */
    ResponseCode responseCode();

    /**
     * One page, in ascending order of the folded octets.
     *
     * @param isLast nothing comes after it; else the last name is the {@code after} of the next page
     */
    record Listed(List<HandleName> names, boolean isLast) implements ListOutcome {
        public Listed {
            names = List.copyOf(names);
        }

        @Override
        public ResponseCode responseCode() {
            return ResponseCode.SUCCESS;
        }
    }
}
