// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.finding;

import java.util.List;
import org.tanma.carbon.service.ledger.Period;
import org.tanma.kit.rest.Wording;

/**
 * Something that looks wrong.
 *
 * @param source where; empty where it concerns several sources
 * @param activity code of the kind of activity data
 * @param periods the months, or year, it concerns, in order; at least one
 * @param text what was seen, with its figures
 */
public record Finding(FindingKind kind, String source, String activity, List<Period> periods, Wording text) {
    public Finding {
        periods = List.copyOf(periods);
    }

    /** True where it concerns this month of this source and kind of activity data. */
    public boolean concerns(String otherSource, String otherActivity, Period month) {
        return activity.equals(otherActivity)
                && (source.isEmpty() || source.equals(otherSource))
                && periods.contains(month);
    }
}
