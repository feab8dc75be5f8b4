// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.issue;

import java.util.Locale;

/** Absolute carbon level by emission intensity L. */
public enum CarbonLevel {
    LOW,
    MEDIUM,
    HIGH;

    /** {@code low}, {@code medium}, {@code high}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
