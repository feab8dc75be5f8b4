// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.factor;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question to the catalog.
 *
 * @param dataset for example {@code grid-co2}
 * @param edition the one edition to look in, or null for whichever of the dataset holds on that day
 * @param activity for example {@code grid-electricity.emission-factor}
 * @param places where, narrowest first, as {@link GeographyCatalog#chain} gives them
 * @param day the day it must hold on
 * @param mayBeYearsEarlier how many years before {@code day} a factor may have ended and still serve; 0 or more
 */
public record FactorQuery(
        String dataset,
        @Nullable String edition,
        String activity,
        List<Geography> places,
        LocalDate day,
        int mayBeYearsEarlier) {
    public FactorQuery {
        places = List.copyOf(places);
        if (places.isEmpty() || mayBeYearsEarlier < 0) {
            throw new IllegalArgumentException("a query needs a place and a number of years of 0 or more");
        }
    }
}
