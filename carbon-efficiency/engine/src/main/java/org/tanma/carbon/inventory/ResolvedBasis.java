// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.inventory;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.factor.FactorMatch;
import org.tanma.carbon.factor.Geography;
import org.tanma.carbon.method.AccountingMethod;

/**
 * The rules of a request, found.
 *
 * @param places the place asked about and those around it, narrowest first
 * @param day the last day of the year reported: factors are chosen as at that day
 */
record ResolvedBasis(
        AccountingMethod method,
        @Nullable EditionRef fuelSet,
        EditionRef gwpSet,
        FactorMatch co2Gwp,
        List<Geography> places,
        LocalDate day) {
    ResolvedBasis {
        places = List.copyOf(places);
    }
}
