// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.uncertainty;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.factor.Factor;
import org.tanma.carbon.text.LocalText;

/**
 * One figure that an inventory rests on, with its uncertainty. Readings that share an input share its error: the twelve
 * months of one meter, every use of one factor.
 *
 * @param id the same for every reading that rests on this figure
 * @param label its name
 * @param percent half the 95 % interval in per cent of the figure; 0 for what a method fixes
 * @param basis where the percentage comes from
 * @param source the row of the default table, null unless {@code basis} is a default
 */
public record UncertainInput(
        String id,
        LocalText label,
        BigDecimal percent,
        Basis basis,
        @Nullable Factor source) {
    /** Where a percentage comes from. */
    public enum Basis {
        /** Stated by the enterprise. */
        STATED("stated"),
        /** Taken from the table of defaults. */
        DEFAULT("default"),
        /** Fixed by the method, or assumed: exact. */
        EXACT("exact");

        private final String code;

        Basis(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
