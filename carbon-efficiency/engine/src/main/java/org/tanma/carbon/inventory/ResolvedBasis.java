// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.inventory;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.factor.FactorMatch;
import org.tanma.carbon.factor.Geography;
import org.tanma.carbon.method.AccountingMethod;
import org.tanma.carbon.method.Gas;

/**
 * The rules of a request, found.
 *
 * @param otherGwps GWP of the other gases, as far as the set has them
 * @param places the place asked about and those around it, narrowest first
 * @param day the last day of the year reported: factors are chosen as at that day
 */
record ResolvedBasis(
        AccountingMethod method,
        @Nullable EditionRef fuelSet,
        EditionRef gwpSet,
        FactorMatch co2Gwp,
        Map<Gas, FactorMatch> otherGwps,
        List<Geography> places,
        LocalDate day) {
    ResolvedBasis {
        otherGwps = Map.copyOf(otherGwps);
        places = List.copyOf(places);
    }
}
