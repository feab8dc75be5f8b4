// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.cbam;

import java.util.List;
import org.tanma.carbon.inventory.Missing;

/** What a request came to. */
public sealed interface CbamOutcome permits CbamResult, CbamOutcome.Incomplete {
    /**
     * Nothing could be computed.
     *
     * @param missing everything that stands in the way, at least one, by path
     */
    record Incomplete(List<Missing> missing) implements CbamOutcome {
        public Incomplete {
            missing = missing.stream().sorted().distinct().toList();
            if (missing.isEmpty()) {
                throw new IllegalArgumentException("incomplete for no reason");
            }
        }
    }
}
