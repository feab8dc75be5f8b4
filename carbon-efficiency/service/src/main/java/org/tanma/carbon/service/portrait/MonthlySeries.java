// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.portrait;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tanma.carbon.quantity.ParsedUnit;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.quantity.Unit;
import org.tanma.carbon.quantity.UnitCatalog;
import org.tanma.carbon.service.kind.KindCatalog;
import org.tanma.carbon.service.kind.KindRole;
import org.tanma.carbon.service.ledger.ActivityEntry;
import org.tanma.carbon.warning.Series;
import org.tanma.carbon.warning.Step;

/** The monthly series in what an enterprise reported of a year and of the year before. */
final class MonthlySeries {
    private final UnitCatalog units;
    private final KindCatalog kinds;
    private final int year;
    private final LocalDate last;
    private final Map<String, List<ActivityEntry>> bySource = new LinkedHashMap<>();

    /** @param lastExpected last month that should have been reported by now */
    MonthlySeries(UnitCatalog units, KindCatalog kinds, List<ActivityEntry> entries, int year, YearMonth lastExpected) {
        this.units = units;
        this.kinds = kinds;
        this.year = year;
        this.last = lastExpected.atDay(1);
        entries.stream()
                .filter(entry -> !entry.key().period().isWholeYear())
                .forEach(entry -> bySource.computeIfAbsent(
                                entry.key().source() + "/" + entry.key().kind(), key -> new ArrayList<>())
                        .add(entry));
    }

    /** Series of readings of which a month of the year is reported, each in the unit of its newest month. */
    List<Series> readings() {
        List<Series> series = new ArrayList<>();
        bySource.forEach((id, entries) -> {
            if (kinds.get(entries.get(0).key().kind()).role() == KindRole.READING) {
                find(id).ifPresent(series::add);
            }
        });
        return series;
    }

    /** The series of a source and kind in the unit of its newest month; empty when no month of the year is reported. */
    Optional<Series> find(String id) {
        List<ActivityEntry> entries = bySource.getOrDefault(id, List.of());
        return entries.isEmpty()
                ? Optional.empty()
                : unit(entries.get(entries.size() - 1)).flatMap(unit -> find(id, unit));
    }

    /** The series of a source and kind in a unit; empty when no month of the year is reported, or none in that dimension. */
    Optional<Series> find(String id, Unit unit) {
        TreeMap<LocalDate, BigDecimal> figures = new TreeMap<>();
        for (ActivityEntry entry : bySource.getOrDefault(id, List.of())) {
            LocalDate month = LocalDate.of(
                    entry.key().period().year(), entry.key().period().month(), 1);
            Optional<Unit> own = unit(entry).filter(u -> u.dimension().equals(unit.dimension()));
            if (own.isPresent() && !month.isAfter(last)) {
                figures.put(
                        month,
                        Quantity.of(entry.content().amount(), own.get())
                                .in(unit)
                                .amount());
            }
        }
        return of(id, unit.symbol(), figures, year, last);
    }

    /** A series of months from the beginning of the year, or of the year before where that has figures. */
    static Optional<Series> of(
            String id, String unit, TreeMap<LocalDate, BigDecimal> figures, int year, LocalDate last) {
        LocalDate begin = LocalDate.of(year, 1, 1);
        if (figures.isEmpty() || figures.lastKey().isBefore(begin) || last.isBefore(begin)) {
            return Optional.empty();
        }
        boolean hasYearBefore = figures.firstKey().isBefore(begin);
        return Optional.of(
                new Series(id, unit, Step.MONTH, hasYearBefore ? begin.minusYears(1) : begin, last, figures));
    }

    /** Amounts made by month; empty when products are counted in different dimensions. */
    Map<LocalDate, BigDecimal> production() {
        Map<LocalDate, BigDecimal> made = new TreeMap<>();
        List<ActivityEntry> outputs = bySource.values().stream()
                .flatMap(List::stream)
                .filter(entry -> kinds.get(entry.key().kind()).role() == KindRole.OUTPUT)
                .toList();
        boolean isOneDimension = outputs.stream()
                        .flatMap(entry -> unit(entry).stream())
                        .map(Unit::dimension)
                        .distinct()
                        .count()
                == 1;
        if (isOneDimension) {
            for (ActivityEntry entry : outputs) {
                LocalDate month = LocalDate.of(
                        entry.key().period().year(), entry.key().period().month(), 1);
                unit(entry)
                        .map(unit -> Quantity.of(entry.content().amount(), unit).coherentAmount())
                        .ifPresent(amount -> made.merge(month, amount, BigDecimal::add));
            }
        }
        return made;
    }

    private Optional<Unit> unit(ActivityEntry entry) {
        return units.parse(entry.content().unit()) instanceof ParsedUnit.Known known
                ? Optional.of(known.unit())
                : Optional.empty();
    }
}
