// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.cbam.certificate;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.inventory.MeasuredValue;
import org.tanma.carbon.quantity.Quantity;

/**
 * One import of one good.
 *
 * @param id the reader's name for it
 * @param cn CN code
 * @param origin country of origin, for example {@code CN}
 * @param year year of import
 * @param emissions what the good brings along
 * @param route production route of the benchmark; null where there is one only, or where the default value names it
 * @param netMass mass imported; null for figures per tonne only
 * @param importerMass mass of all goods the importer brings in that year; null if not known
 * @param price of a certificate
 * @param paidPerTonne carbon price paid elsewhere, EUR per tonne of the good; null if none is claimed
 */
public record ImportCase(
        String id,
        String cn,
        String origin,
        int year,
        Emissions emissions,
        @Nullable String route,
        @Nullable Quantity netMass,
        @Nullable Quantity importerMass,
        Price price,
        @Nullable BigDecimal paidPerTonne) {
    /** What a good brings along. */
    public sealed interface Emissions {
        /** Made by a process of the installation in the same file. */
        record FromProcess(String process) implements Emissions {}

        /** The default value of the country; {@code variant} picks one of several goods of the code, else empty. */
        record Default(String variant) implements Emissions {}

        /** Actual emissions verified elsewhere, and the free allocation of the precursors, both tCO2e/t. */
        record Actual(MeasuredValue embedded, MeasuredValue precursorAllocation) implements Emissions {}
    }

    /** What a certificate costs. */
    public sealed interface Price {
        /** Given, EUR per certificate. */
        record Given(BigDecimal euro, String evidence) implements Price {}

        /** The published mean of a quarter, for example {@code 2026-Q1}. */
        record OfQuarter(int year, int quarter) implements Price {}

        /** Not asked for. */
        record None() implements Price {}
    }
}
