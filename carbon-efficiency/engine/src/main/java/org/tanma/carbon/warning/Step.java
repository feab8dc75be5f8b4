// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.warning;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** How far apart the figures of a series are. */
public enum Step {
    DAY("day", ChronoUnit.DAYS),
    MONTH("month", ChronoUnit.MONTHS);

    private final String code;
    private final ChronoUnit unit;

    Step(String code, ChronoUnit unit) {
        this.code = code;
        this.unit = unit;
    }

    public String code() {
        return code;
    }

    /** The date so many steps later; earlier when negative. */
    LocalDate plus(LocalDate date, long steps) {
        return date.plus(steps, unit);
    }

    /** {@code 2025-03-07}, or {@code 2025-03}. */
    public String text(LocalDate date) {
        return this == DAY ? date.toString() : date.toString().substring(0, 7);
    }
}
