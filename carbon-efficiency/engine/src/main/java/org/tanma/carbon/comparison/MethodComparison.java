// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.comparison;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.inventory.InventoryOutcome;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.text.LocalText;

/**
 * What two methods make of the same data.
 *
 * @param first by the method that was asked for
 * @param second by the other one
 * @param terms each term that either has, in the order of the first method and then of the second; empty unless both are whole
 * @param difference the second total less the first, tCO2e; null unless both are whole
 */
public record MethodComparison(
        Side first,
        Side second,
        List<ComparedTerm> terms,
        @Nullable Quantity difference) {
    public MethodComparison {
        terms = List.copyOf(terms);
    }

    /**
     * One method's view.
     *
     * @param method its edition
     * @param outcome the inventory, or what it lacks
     * @param readAs readings taken under another name, as {@code clinker → clinker-by-type/portland-clinker}
     * @param leftOut readings and parameters that the method has no place for, by path
     */
    public record Side(EditionRef method, InventoryOutcome outcome, List<String> readAs, List<String> leftOut) {
        public Side {
            readAs = List.copyOf(readAs);
            leftOut = List.copyOf(leftOut);
        }
    }

    /**
     * One term.
     *
     * @param term id of the term
     * @param label its name
     * @param first emission by the first method, tCO2e; null where it has no such term or nothing was reported to it
     * @param second the same by the second method
     */
    public record ComparedTerm(
            String term,
            LocalText label,
            @Nullable Quantity first,
            @Nullable Quantity second) {}
}
