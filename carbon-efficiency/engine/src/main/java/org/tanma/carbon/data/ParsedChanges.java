// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.data;

import java.util.List;
import org.tanma.carbon.inventory.Missing;
import org.tanma.carbon.whatif.Change;

/** What reading the changes of a what-if came to. */
public sealed interface ParsedChanges {
    /** Changes that can be computed. */
    record Read(List<Change> changes) implements ParsedChanges {
        public Read {
            changes = List.copyOf(changes);
        }
    }

    /**
     * A text that holds none.
     *
     * @param missing everything wrong with it, at least one
     */
    record Refused(List<Missing> missing) implements ParsedChanges {
        public Refused {
            missing = List.copyOf(missing);
        }
    }
}
