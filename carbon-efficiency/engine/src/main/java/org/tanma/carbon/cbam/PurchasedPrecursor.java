// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.cbam;

import org.jspecify.annotations.Nullable;
import org.tanma.carbon.inventory.MeasuredValue;

/**
 * A precursor made in another installation.
 *
 * @param id unique among processes and purchased precursors
 * @param cn CN code
 * @param country where it was made
 * @param embedded what it brings along
 */
public record PurchasedPrecursor(String id, String cn, String country, Embedded embedded) {
    /** Where the embedded emissions of a purchased precursor come from. */
    public sealed interface Embedded {
        /**
         * Communicated by the supplier.
         *
         * @param direct tCO2e/t
         * @param indirect tCO2e/t; null where electricity and its factor are given, or where only direct emissions count
         * @param electricity electricity embedded, energy per mass; null if not known
         * @param electricityFactor tCO2 per energy; null if {@code indirect} is given
         * @param countedIndirect of a good whose direct emissions count only: indirect emissions of its precursors that count all
         *     the same; must then be given, 0 where there are none
         * @param freeAllocation free allocation of the precursor, tCO2e/t, for certificates; null if not known
         */
        record Supplied(
                MeasuredValue direct,
                @Nullable MeasuredValue indirect,
                @Nullable MeasuredValue electricity,
                @Nullable MeasuredValue electricityFactor,
                @Nullable MeasuredValue countedIndirect,
                @Nullable MeasuredValue freeAllocation)
                implements Embedded {}

        /**
         * The default value of the country, with the mark-up of the year.
         *
         * @param variant which of several goods of the code; empty if there is one
         */
        record Default(String variant) implements Embedded {}

        /** Made in the Union or an exempted country: counted as zero. */
        record Exempted(String evidence) implements Embedded {}
    }
}
