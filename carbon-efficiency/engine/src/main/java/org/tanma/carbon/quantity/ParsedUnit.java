// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.quantity;

import java.util.List;
import org.tanma.carbon.text.LocalText;

/** What reading a unit came to. */
public sealed interface ParsedUnit {
    /** A known unit. */
    record Known(Unit unit) implements ParsedUnit {}

    /**
     * Not a unit of the catalog.
     *
     * @param given the text as given
     * @param unknownPart the part of it that is not known, for example the {@code MWH} of {@code tCO2/MWH}
     * @param nearest known symbols that look like it, nearest first; may be empty
     * @param differsInCaseOnly whether the first of {@code nearest} is the same text in other case ({@code mWh}, {@code
     *     MWH}): a prefix in the wrong case changes the size by powers of ten, so it is never guessed
     * @param allowed all simple unit symbols
     */
    record Unknown(
            String given, String unknownPart, List<String> nearest, boolean differsInCaseOnly, List<String> allowed)
            implements ParsedUnit {
        public Unknown {
            nearest = List.copyOf(nearest);
            allowed = List.copyOf(allowed);
        }

        /** What to do about it, in words. */
        public LocalText hint() {
            if (nearest.isEmpty()) {
                return new LocalText("使用所列单位之一", "use one of the units allowed");
            }
            String names = String.join(", ", nearest);
            return differsInCaseOnly
                    ? new LocalText(
                            "单位区分大小写（M 为 10^6，m 为 10^-3），是否为 " + names + "？",
                            "case counts in units (M is 10^6, m is 10^-3); did you mean " + names + "?")
                    : new LocalText("是否为 " + names + "？", "did you mean " + names + "?");
        }
    }
}
