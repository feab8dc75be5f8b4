// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.issue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Absolute carbon level by emission intensity L. */
public enum CarbonLevel {
    LOW,
    MEDIUM,
    HIGH;

    /** As codes write it: {@code low}, {@code medium}, {@code high}. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
