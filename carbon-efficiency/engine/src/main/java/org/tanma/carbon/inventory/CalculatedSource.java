// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.inventory;

import java.util.List;
import org.tanma.carbon.method.MethodTerm;
import org.tanma.carbon.quantity.Quantity;

/** All readings of one source with their gases. */
record CalculatedSource(SourceReadings source, MethodTerm term, List<CalculatedReading> readings) {
    CalculatedSource {
        readings = List.copyOf(readings);
    }

    /** What a reading adds to the sum, tCO2; negative if the term is subtracted. */
    Quantity signedCo2(CalculatedReading reading) {
        return signed(reading.computed().co2());
    }

    /** What a reading adds to the sum in all gases, tCO2e; negative if the term is subtracted. */
    Quantity signedEmission(CalculatedReading reading, Quantity co2Gwp) {
        return signed(reading.emission(co2Gwp));
    }

    /** A figure of a reading with the sign of the term. */
    Quantity signed(Quantity figure) {
        return term.isSubtracted() ? figure.negated() : figure;
    }

    boolean hasOtherGases() {
        return readings.stream().anyMatch(reading -> !reading.otherGases().isEmpty());
    }
}
