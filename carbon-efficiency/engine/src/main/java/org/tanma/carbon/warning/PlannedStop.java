// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.warning;

import java.time.LocalDate;

/**
 * Days on which an enterprise announced to use little: a holiday, an overhaul.
 *
 * @param from first day
 * @param to last day, not before {@code from}
 * @param reason why, in the enterprise's words
 */
public record PlannedStop(LocalDate from, LocalDate to, String reason) {
    public PlannedStop {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a stop ends when it begins or later: " + from + " to " + to);
        }
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
