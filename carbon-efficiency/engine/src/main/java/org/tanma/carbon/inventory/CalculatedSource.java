// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.inventory;

import java.util.List;
import org.tanma.carbon.method.MethodTerm;
import org.tanma.carbon.quantity.Quantity;

/** All readings of one source with their CO2. */
record CalculatedSource(SourceReadings source, MethodTerm term, List<CalculatedReading> readings) {
    CalculatedSource {
        readings = List.copyOf(readings);
    }

    /** What a reading adds to the sum, tCO2; negative if the term is subtracted. */
    Quantity signedCo2(CalculatedReading reading) {
        Quantity co2 = reading.computed().co2();
        return term.isSubtracted() ? co2.negated() : co2;
    }
}
