// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.data;

import java.util.List;
import org.tanma.carbon.inventory.InventoryRequest;
import org.tanma.carbon.inventory.Missing;

/** What reading a request came to. */
public sealed interface ParsedRequest {
    /** A request that can be computed. */
    record Read(InventoryRequest request) implements ParsedRequest {}

    /**
     * A text that is not a request.
     *
     * @param missing everything wrong with it, at least one
     */
    record Refused(List<Missing> missing) implements ParsedRequest {
        public Refused {
            missing = List.copyOf(missing);
        }
    }
}
