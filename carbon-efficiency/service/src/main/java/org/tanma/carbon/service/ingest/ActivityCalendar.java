// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tanma.carbon.quantity.UnitCatalog;
import org.tanma.carbon.service.finding.Finding;
import org.tanma.carbon.service.finding.Jumps;
import org.tanma.carbon.service.ledger.ActivityEntry;
import org.tanma.kit.rest.Wording;

/** Sources × months of a year: what is there, what is missing, what looks odd and why. Judges, changes nothing. */
public final class ActivityCalendar {
    private static final int MONTHS = 12;

    private final Jumps jumps;

    public ActivityCalendar(UnitCatalog units) {
        this.jumps = new Jumps(units);
    }

    /** The calendar of the newest entries of one year, judged by that year alone. */
    public List<CalendarRow> of(List<ActivityEntry> newest) {
        return of(newest, jumps.find(newest, List.of()));
    }

    /** The calendar of the newest entries of one year; a month that a finding concerns is odd. */
    public List<CalendarRow> of(List<ActivityEntry> newest, List<Finding> findings) {
        Map<List<String>, List<ActivityEntry>> bySource = new LinkedHashMap<>();
        for (ActivityEntry entry : newest) {
            bySource.computeIfAbsent(List.of(entry.key().source(), entry.key().kind()), k -> new ArrayList<>())
                    .add(entry);
        }
        List<CalendarRow> rows = new ArrayList<>();
        bySource.forEach((key, entries) -> rows.add(row(key.get(0), key.get(1), entries, findings)));
        return rows;
    }

    private static CalendarRow row(String source, String kind, List<ActivityEntry> entries, List<Finding> findings) {
        Map<Integer, ActivityEntry> byMonth = new TreeMap<>();
        entries.forEach(e -> byMonth.put(e.key().period().month(), e));
        ActivityEntry wholeYear = byMonth.remove(0);
        List<CalendarCell> cells = new ArrayList<>(MONTHS);
        for (int month = 1; month <= MONTHS; month++) {
            ActivityEntry entry = byMonth.get(month);
            if (entry != null) {
                cells.add(cell(month, entry, findings));
            } else if (wholeYear != null) {
                cells.add(CalendarCell.full(
                        month, wholeYear.content().amount(), wholeYear.content().unit()));
            } else {
                cells.add(CalendarCell.missing(month));
            }
        }
        return new CalendarRow(source, kind, wholeYear != null, cells);
    }

    private static CalendarCell cell(int month, ActivityEntry entry, List<Finding> findings) {
        String amount = entry.content().amount();
        String unit = entry.content().unit();
        List<Wording> reasons = findings.stream()
                .filter(f -> f.concerns(
                        entry.key().source(), entry.key().kind(), entry.key().period()))
                .map(Finding::text)
                .toList();
        return reasons.isEmpty()
                ? CalendarCell.full(month, amount, unit)
                : CalendarCell.odd(month, amount, unit, reasons);
    }
}
