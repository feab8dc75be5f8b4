// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.ingest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tanma.carbon.quantity.ParsedUnit;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.quantity.UnitCatalog;
import org.tanma.carbon.service.ledger.ActivityEntry;

/** Sources × months of a year: what is there, what is missing, what looks odd and why. Judges, changes nothing. */
public final class ActivityCalendar {
    private static final int MONTHS = 12;

    private final UnitCatalog units;

    public ActivityCalendar(UnitCatalog units) {
        this.units = units;
    }

    /** The calendar of the newest entries of one year. */
    public List<CalendarRow> of(List<ActivityEntry> newest) {
        Map<List<String>, List<ActivityEntry>> bySource = new LinkedHashMap<>();
        for (ActivityEntry entry : newest) {
            bySource.computeIfAbsent(List.of(entry.key().source(), entry.key().kind()), k -> new ArrayList<>())
                    .add(entry);
        }
        List<CalendarRow> rows = new ArrayList<>();
        bySource.forEach((key, entries) -> rows.add(row(key.get(0), key.get(1), entries)));
        return rows;
    }

    private CalendarRow row(String source, String kind, List<ActivityEntry> entries) {
        Map<Integer, ActivityEntry> byMonth = new TreeMap<>();
        entries.forEach(e -> byMonth.put(e.key().period().month(), e));
        ActivityEntry wholeYear = byMonth.remove(0);
        List<CalendarCell> cells = new ArrayList<>(MONTHS);
        for (int month = 1; month <= MONTHS; month++) {
            ActivityEntry entry = byMonth.get(month);
            if (entry != null) {
                cells.add(cell(month, entry, byMonth));
            } else if (wholeYear != null) {
                cells.add(CalendarCell.full(
                        month, wholeYear.content().amount(), wholeYear.content().unit()));
            } else {
                cells.add(CalendarCell.missing(month));
            }
        }
        return new CalendarRow(source, kind, wholeYear != null, cells);
    }

    private CalendarCell cell(int month, ActivityEntry entry, Map<Integer, ActivityEntry> byMonth) {
        String amount = entry.content().amount();
        String unit = entry.content().unit();
        List<BigDecimal> others = byMonth.entrySet().stream()
                .filter(e -> e.getKey() != month)
                .flatMap(e -> coherent(e.getValue()).stream())
                .toList();
        Optional<Oddity> oddity = coherent(entry).flatMap(a -> Oddity.find(a, others));
        return oddity.map(o -> CalendarCell.odd(month, amount, unit, o))
                .orElseGet(() -> CalendarCell.full(month, amount, unit));
    }

    private Optional<BigDecimal> coherent(ActivityEntry entry) {
        if (units.parse(entry.content().unit()) instanceof ParsedUnit.Known known) {
            return Optional.of(
                    Quantity.of(entry.content().amount(), known.unit()).coherentAmount());
        }
        return Optional.empty();
    }
}
