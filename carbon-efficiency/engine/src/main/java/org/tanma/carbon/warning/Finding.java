// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.warning;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.text.LocalText;

/**
 * Something that warrants a look.
 *
 * @param rule names the threshold it breaks; the kind's code for an anomaly
 * @param series what it was found in
 * @param first first step of it
 * @param last last step of it
 * @param steps steps from first to last
 * @param observed the figure that stands out most; null where there is none
 * @param expected what would have been usual, or the bound; null where neither can be said
 * @param unit of both
 * @param what it, in a sentence
 */
public record Finding(
        WarningKind kind,
        String rule,
        String series,
        Step step,
        LocalDate first,
        LocalDate last,
        int steps,
        @Nullable BigDecimal observed,
        @Nullable BigDecimal expected,
        String unit,
        LocalText what) {
    /** The same finding in data that grew has the same: kind, rule, series and first step. */
    public String key() {
        return kind.code() + "|" + rule + "|" + series + "|" + step.text(first);
    }

    /** {@code 2025-03-07}, or {@code 2025-03-07 .. 2025-03-09}. */
    public String span() {
        return first.equals(last) ? step.text(first) : step.text(first) + " .. " + step.text(last);
    }
}
