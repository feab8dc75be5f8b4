// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.inventory;

import java.util.Comparator;
import org.tanma.carbon.text.LocalText;

/**
 * One thing that stands in the way of an inventory.
 *
 * @param reason what sort of thing
 * @param path where: {@code basis/method}, {@code terms/heat}, {@code entries/KILN-1/fuel/bituminous-coal/2025-03/amount}
 * @param what what is missing or wrong
 * @param given what was given; empty if nothing
 * @param allowed what would be accepted; empty if it cannot be listed
 * @param hint how to mend it
 */
public record Missing(Reason reason, String path, LocalText what, String given, String allowed, LocalText hint)
        implements Comparable<Missing> {
    private static final Comparator<Missing> ORDER = Comparator.comparing(Missing::path)
            .thenComparing(Missing::reason)
            .thenComparing(Missing::given)
            .thenComparing(missing -> missing.what().en());

    /** Sorts of thing that can be missing or wrong. */
    public enum Reason {
        METHOD("method"),
        FUEL_SET("fuel-set"),
        GWP_SET("gwp-set"),
        GEOGRAPHY("geography"),
        TERM("term"),
        MONTH("month"),
        OVERLAP("overlap"),
        PERIOD("period"),
        FACTOR("factor"),
        PARAMETER("parameter"),
        UNIT("unit"),
        DIMENSION("dimension"),
        RANGE("range"),
        DUPLICATE("duplicate"),
        FORMAT("format"),
        ACTIVITY_LEVEL("activity-level");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    @Override
    public int compareTo(Missing other) {
        return ORDER.compare(this, other);
    }
}
