// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.kind;

import java.util.Arrays;

/** What the evaluation does with a kind of activity data. */
public enum KindRole {
    /** A reading of an emission source. */
    READING("reading"),
    /** The value added: the denominator of the carbon intensity; may be negative. */
    VALUE_ADDED("value-added"),
    /** The amount produced: the denominator of the physical intensity. */
    OUTPUT("output"),
    /** CO2 that a grading scheme lets the enterprise subtract or show as neutralised; what is not reported is not claimed. */
    DEDUCTION("deduction"),
    /** A stock or its movement ({@link StockFlow}): it balances readings and enters no evaluation. */
    STOCK("stock");

    private final String code;

    KindRole(String code) {
        this.code = code;
    }

    static KindRole fromCode(String code) {
        return Arrays.stream(values())
                .filter(r -> r.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no role '" + code + "'"));
    }

    public String code() {
        return code;
    }
}
