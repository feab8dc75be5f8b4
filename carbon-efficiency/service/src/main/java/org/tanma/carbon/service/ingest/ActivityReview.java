// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.ingest;

import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.tanma.carbon.service.finding.Finding;
import org.tanma.carbon.service.finding.FindingSearch;
import org.tanma.carbon.service.ledger.ActivityEntry;
import org.tanma.carbon.service.ledger.ActivityLedger;
import org.tanma.carbon.service.ledger.ClosedPeriods;
import org.tanma.carbon.service.ledger.Period;
import org.tanma.carbon.service.ledger.PeriodStore;

/** What is reported of an enterprise's year as it stands now: calendar, findings, closed months. Safe between threads. */
public final class ActivityReview {
    private static final int MONTHS = 12;
    private static final int FIRST_YEAR = 1990;
    /** Months are those of China's calendar. */
    private static final ZoneOffset CALENDAR = ZoneOffset.ofHours(8);

    private final ActivityLedger ledger;
    private final PeriodStore periods;
    private final FindingSearch search;
    private final ActivityCalendar calendar;
    private final InstantSource clock;

    public ActivityReview(
            ActivityLedger ledger,
            PeriodStore periods,
            FindingSearch search,
            ActivityCalendar calendar,
            InstantSource clock) {
        this.ledger = ledger;
        this.periods = periods;
        this.search = search;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * A year.
     *
     * @param entries newest versions, in the order of their keys
     * @param closedMonths from 1
     * @param isYearClosed true when figures for the whole year may not change
     */
    public record Year(
            List<ActivityEntry> entries,
            List<CalendarRow> calendar,
            List<Finding> findings,
            List<Integer> closedMonths,
            boolean isYearClosed) {
        public Year {
            entries = List.copyOf(entries);
            calendar = List.copyOf(calendar);
            findings = List.copyOf(findings);
            closedMonths = List.copyOf(closedMonths);
        }
    }

    /** @param year 1990 to 2199 */
    public Year of(String enterprise, int year) {
        List<ActivityEntry> entries = ledger.newest(enterprise, year);
        List<ActivityEntry> before = year > FIRST_YEAR ? ledger.newest(enterprise, year - 1) : List.of();
        YearMonth now = YearMonth.from(clock.instant().atOffset(CALENDAR));
        List<Finding> findings =
                search.find(enterprise, year, entries, before, new Period(now.getYear(), now.getMonthValue()));
        ClosedPeriods closed = periods.closed(enterprise);
        List<Integer> months = new ArrayList<>();
        for (int month = 1; month <= MONTHS; month++) {
            if (closed.covers(new Period(year, month))) {
                months.add(month);
            }
        }
        return new Year(entries, calendar.of(entries, findings), findings, months, closed.covers(Period.ofYear(year)));
    }
}
