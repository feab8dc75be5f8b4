// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.data;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.grading.Deductions;
import org.tanma.carbon.grading.GradingRequest;
import org.tanma.carbon.grading.PeerSet;
import org.tanma.carbon.inventory.InventoryOutcome;
import org.tanma.carbon.inventory.InventoryRequest;
import org.tanma.carbon.inventory.Missing;
import org.tanma.carbon.quantity.Quantity;

/** What reading a grading request came to. */
public sealed interface ParsedGrading {
    /**
     * A request that can be graded once its inventory is computed.
     *
     * @param scheme scheme edition
     * @param inventory what the inventory is computed from
     * @param industry GB/T 4754 code of the enterprise
     * @param valueAdded value added of the year, money; null if not given
     * @param deductions what is subtracted and offset
     * @param peers the peers; null if not given
     */
    record Read(
            EditionRef scheme,
            InventoryRequest inventory,
            String industry,
            @Nullable Quantity valueAdded,
            Deductions deductions,
            @Nullable PeerSet peers)
            implements ParsedGrading {
        /** The same with what became of the inventory. */
        public GradingRequest with(InventoryOutcome computed) {
            return new GradingRequest(scheme, computed, industry, valueAdded, deductions, peers);
        }
    }

    /**
     * A text that is not a grading request.
     *
     * @param missing everything wrong with it, at least one
     */
    record Refused(List<Missing> missing) implements ParsedGrading {
        public Refused {
            missing = List.copyOf(missing);
        }
    }
}
