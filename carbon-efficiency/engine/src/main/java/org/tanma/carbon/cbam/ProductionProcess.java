// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.cbam;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.quantity.Quantity;

/**
 * A production process and the good it makes.
 *
 * @param id unique among processes, heat units and purchased precursors
 * @param name what it makes, in words
 * @param cn CN code of the good, 8 digits
 * @param route production route of the benchmark, for example {@code (C)}; null if not said
 * @param produced activity level: mass of the good, or of the clinker or nitrogen in it
 * @param heat heat in and out
 * @param wasteGas waste gas in and out
 * @param electricity electricity used (imported) and made within the process (exported)
 * @param precursors what it uses of goods made elsewhere or in other processes
 * @param compositions goods sold by content of clinker or nitrogen
 */
public record ProductionProcess(
        String id,
        String name,
        String cn,
        @Nullable String route,
        Quantity produced,
        List<EnergyFlow> heat,
        List<WasteGasFlow> wasteGas,
        List<EnergyFlow> electricity,
        List<PrecursorUse> precursors,
        List<Composition> compositions) {
    public ProductionProcess {
        heat = List.copyOf(heat);
        wasteGas = List.copyOf(wasteGas);
        electricity = List.copyOf(electricity);
        precursors = List.copyOf(precursors);
        compositions = List.copyOf(compositions);
    }

    /**
     * A precursor used.
     *
     * @param of id of a process of the installation or of a purchased precursor
     * @param amount mass used, offcuts and losses included
     */
    public record PrecursorUse(String of, Quantity amount) {}

    /**
     * A good sold by its content.
     *
     * @param name what it is called
     * @param content clinker or nitrogen per mass of the good
     */
    public record Composition(String name, Quantity content) {}
}
