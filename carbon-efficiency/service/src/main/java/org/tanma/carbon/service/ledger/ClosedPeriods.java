// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which periods of an enterprise take no changes.
 *
 * <p>Rule: the newest event that covers a month, its own or its year's, says how it stands. A figure for a whole year is fixed
 * while the year's newest event is a closing, or any of its months is closed.
 */
public final class ClosedPeriods {
    private static final int MONTHS = 12;

    private final Map<Period, Boolean> closed = new HashMap<>();

    private ClosedPeriods() {}

    /** What the events, oldest first, come to. */
    public static ClosedPeriods after(List<PeriodEvent> events) {
        ClosedPeriods periods = new ClosedPeriods();
        for (PeriodEvent event : events) {
            Period period = event.period();
            periods.closed.put(period, event.isClosed());
            for (int month = 1; period.isWholeYear() && month <= MONTHS; month++) {
                periods.closed.put(new Period(period.year(), month), event.isClosed());
            }
        }
        return periods;
    }

    /** True when figures of this period may not change. */
    public boolean covers(Period period) {
        if (closed.getOrDefault(period, false)) {
            return true;
        }
        for (int month = 1; period.isWholeYear() && month <= MONTHS; month++) {
            if (closed.getOrDefault(new Period(period.year(), month), false)) {
                return true;
            }
        }
        return false;
    }
}
