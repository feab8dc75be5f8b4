// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.grading;

import org.tanma.carbon.quantity.Dimension;
import org.tanma.carbon.quantity.Quantity;

/**
 * What lowers the CO2 that is graded, and what is offset. None of it is assumed: an enterprise without any gives explicit
 * zeros.
 *
 * @param zeroCarbonEnergy CO2 counted for energy that the enterprise generated itself without carbon, tCO2
 * @param sinks CO2 taken up by its sinks, tCO2
 * @param captured CO2 captured and stored, tCO2
 * @param offsets certificates retired; not subtracted from L, counted in the carbon-neutral share only, tCO2
 */
public record Deductions(Quantity zeroCarbonEnergy, Quantity sinks, Quantity captured, Quantity offsets) {
    /** Declared to be nothing at all. */
    public static final Deductions NONE = new Deductions(
            Quantity.zero(Dimension.CO2),
            Quantity.zero(Dimension.CO2),
            Quantity.zero(Dimension.CO2),
            Quantity.zero(Dimension.CO2));

    public Deductions {
        requireCo2(zeroCarbonEnergy);
        requireCo2(sinks);
        requireCo2(captured);
        requireCo2(offsets);
    }

    private static void requireCo2(Quantity quantity) {
        if (!quantity.dimension().equals(Dimension.CO2) || quantity.signum() < 0) {
            throw new IllegalArgumentException("a deduction is CO2 of 0 or more, not " + quantity);
        }
    }

    /** What is subtracted from the emissions graded. */
    Quantity subtracted() {
        return zeroCarbonEnergy.plus(sinks).plus(captured);
    }
}
