// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.factor;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.quantity.Quantity;

/**
 * One row of a data edition.
 *
 * @param edition the edition it stands in
 * @param id unique within the edition
 * @param activity what it is for, with the parameter after a dot: {@code bituminous-coal.net-calorific-value}
 * @param geography where it holds, an id of the geography list
 * @param validFrom first day it holds, null when the source names none
 * @param validTo last day it holds, null when open
 * @param value figure and unit as printed
 * @param gwpSet GWP set a CO2e figure was formed with, null for all others
 * @param boundary what the figure includes, in a few words
 * @param sourceRef the document
 * @param pageOrTable where in the document
 * @param quality how well established it is
 */
public record Factor(
        EditionRef edition,
        String id,
        String activity,
        String geography,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        Quantity value,
        @Nullable String gwpSet,
        String boundary,
        String sourceRef,
        String pageOrTable,
        Quality quality) {
    public Factor {
        if (sourceRef.isBlank() || pageOrTable.isBlank()) {
            throw new IllegalArgumentException("factor " + edition + " " + id + " does not say where it comes from");
        }
        if (validFrom != null && validTo != null && validTo.isBefore(validFrom)) {
            throw new IllegalArgumentException("factor " + edition + " " + id + " ends before it begins");
        }
    }

    /** Whether it had begun to hold by that day, whether or not it has ended. */
    public boolean hasBegunBy(LocalDate day) {
        return validFrom == null || !validFrom.isAfter(day);
    }

    /** Years between the year it ended in and the year of {@code day}; 0 while it holds. */
    public int yearsEarlierThan(LocalDate day) {
        return validTo == null ? 0 : Math.max(0, day.getYear() - validTo.getYear());
    }
}
