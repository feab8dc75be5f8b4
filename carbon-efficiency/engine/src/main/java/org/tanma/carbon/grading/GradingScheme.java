// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.grading;

import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.factor.EditionSource;
import org.tanma.carbon.quantity.Unit;
import org.tanma.carbon.text.LocalText;

/**
 * One dated edition of a grading scheme that compares an enterprise with its peers.
 *
 * @param source where it comes from, and its name and edition
 * @param title its name
 * @param numerator which emissions are counted
 * @param intensityUnit unit of L and of the bounds of {@code levels}
 * @param levels scale of the intensity L
 * @param grades scale of the ratio K
 * @param minimumPeers fewest peers that an average may be formed from
 * @param industryDigits how many digits of the industry code peers must share
 * @param validityMonths how long a grade may be shown after the year it is for
 */
public record GradingScheme(
        EditionSource source,
        LocalText title,
        Numerator numerator,
        Unit intensityUnit,
        Scale levels,
        Scale grades,
        int minimumPeers,
        int industryDigits,
        int validityMonths) {
    /** Which emissions of an inventory a scheme counts. */
    public enum Numerator {
        /** CO2 of energy use: fuels, electricity, heat; no process CO2. */
        ENERGY_CO2("energy-co2"),
        /** All emissions of the inventory. */
        TOTAL("total");

        private final String code;

        Numerator(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    public EditionRef ref() {
        return source.ref();
    }
}
