// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.cbam;

import org.tanma.carbon.inventory.MeasuredValue;
import org.tanma.carbon.quantity.Quantity;

/**
 * Heat or electricity that crosses the boundary of a process.
 *
 * @param direction which way
 * @param amount net measurable heat, or active power
 * @param origin what its emission factor comes from
 */
public record EnergyFlow(Direction direction, Quantity amount, FactorOrigin origin) {
    /** Ways across a boundary. */
    public enum Direction {
        IMPORTED,
        EXPORTED
    }

    /** What the emission factor of a flow comes from. */
    public sealed interface FactorOrigin {
        /** Given with evidence, tCO2 per energy. */
        record Given(MeasuredValue factor) implements FactorOrigin {}

        /** A heat unit of the installation. */
        record FromUnit(String unit) implements FactorOrigin {}

        /** Heat only: the standard factor of the fuel most used in the sector, in a boiler of standard efficiency. */
        record StandardFuel(String fuel) implements FactorOrigin {}

        /** Heat only: of an exothermic reaction other than combustion, which has no emissions. */
        record Exothermic(String evidence) implements FactorOrigin {}
    }
}
