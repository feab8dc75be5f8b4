// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.grading;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What a grading scheme compares. */
public enum SchemeSort {
    /** Emissions per value added, output or energy, against a reference formed from peers or published. */
    PEER_RATIO("peer-ratio"),
    /** Energy per unit of a product, against the levels of its energy limit. */
    PHYSICAL_INTENSITY("physical-intensity"),
    /** Several indicators, each with a bound of its own. */
    CHECKLIST("checklist");

    private final String code;

    SchemeSort(String code) {
        this.code = code;
    }

    /** Throws {@link IllegalArgumentException} that names all codes. */
    public static SchemeSort fromCode(String code) {
        return Arrays.stream(values())
                .filter(sort -> sort.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown sort of scheme '" + code + "', not one of "
                        + Arrays.stream(values()).map(SchemeSort::code).collect(Collectors.joining(", "))));
    }

    public String code() {
        return code;
    }
}
