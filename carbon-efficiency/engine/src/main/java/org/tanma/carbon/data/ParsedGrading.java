// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.data;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.grading.Deductions;
import org.tanma.carbon.grading.GradingRequest;
import org.tanma.carbon.grading.PeerSet;
import org.tanma.carbon.grading.SizeClass;
import org.tanma.carbon.grading.checklist.ChecklistRequest;
import org.tanma.carbon.grading.physical.PhysicalRequest;
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
     * @param region code of GB/T 2260 of the enterprise; null if not given
     * @param size its size class; null if not given
     * @param energy its energy consumption of the year; null if not given
     * @param physical the products to be graded by their energy as well; null for none
     */
    record Read(
            EditionRef scheme,
            InventoryRequest inventory,
            String industry,
            @Nullable Quantity valueAdded,
            Deductions deductions,
            @Nullable PeerSet peers,
            @Nullable String region,
            @Nullable SizeClass size,
            @Nullable Quantity energy,
            @Nullable PhysicalRequest physical)
            implements ParsedGrading {
        /** The same with what became of the inventory. */
        public GradingRequest with(InventoryOutcome computed) {
            return new GradingRequest(scheme, computed, industry, valueAdded, deductions, peers, region, size, energy);
        }
    }

    /**
     * Products to be graded by their energy alone.
     *
     * @param inventory what the inventory is computed from
     * @param physical the products
     */
    record ReadPhysical(InventoryRequest inventory, PhysicalRequest physical) implements ParsedGrading {}

    /** Figures to be checked against a list of indicators. */
    record ReadChecklist(ChecklistRequest checklist) implements ParsedGrading {}

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
