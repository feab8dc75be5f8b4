// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.portrait;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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
import org.tanma.carbon.service.ingest.MeterReading;
import org.tanma.carbon.warning.Series;
import org.tanma.carbon.warning.Step;

/**
 * Days of what meters counted. A day has a figure when readings within it cover all its 24 hours; a day with a part of its readings is a hole, for its sum would
 * look low.
 */
final class DailySeries {
    private static final Duration DAY = Duration.ofDays(1);

    private final UnitCatalog units;
    private final ZoneOffset offset;

    DailySeries(UnitCatalog units, ZoneOffset offset) {
        this.units = units;
        this.offset = offset;
    }

    /** What is known of a day. */
    private record Part(Duration covered, BigDecimal sum) {
        Part plus(Part other) {
            return new Part(covered.plus(other.covered), sum.add(other.sum));
        }
    }

    /** One series a kind, in the unit of its first reading, from its first whole day to {@code last}. */
    List<Series> of(String meter, List<MeterReading> readings, LocalDate last) {
        Map<String, List<MeterReading>> byKind = new LinkedHashMap<>();
        readings.forEach(
                r -> byKind.computeIfAbsent(r.kind(), k -> new ArrayList<>()).add(r));
        List<Series> series = new ArrayList<>();
        byKind.forEach(
                (kind, ofKind) -> series(meter + "/" + kind, ofKind, last).ifPresent(series::add));
        return series;
    }

    private Optional<Series> series(String id, List<MeterReading> readings, LocalDate last) {
        if (!(units.parse(readings.get(0).unit()) instanceof ParsedUnit.Known known)) {
            return Optional.empty();
        }
        Unit unit = known.unit();
        TreeMap<LocalDate, Part> days = new TreeMap<>();
        for (MeterReading reading : readings) {
            OffsetDateTime from = reading.from().atOffset(offset);
            OffsetDateTime to = reading.to().atOffset(offset);
            boolean isWithinADay =
                    !to.isAfter(from.toLocalDate().plusDays(1).atStartOfDay().atOffset(offset));
            if (isWithinADay
                    && units.parse(reading.unit()) instanceof ParsedUnit.Known own
                    && own.unit().dimension().equals(unit.dimension())) {
                BigDecimal amount =
                        Quantity.of(reading.amount(), own.unit()).in(unit).amount();
                days.merge(from.toLocalDate(), new Part(Duration.between(from, to), amount), Part::plus);
            }
        }
        TreeMap<LocalDate, BigDecimal> figures = new TreeMap<>();
        days.forEach((day, part) -> {
            if (part.covered().equals(DAY) && !day.isAfter(last)) {
                figures.put(day, part.sum());
            }
        });
        return figures.isEmpty()
                ? Optional.empty()
                : Optional.of(new Series(id, unit.symbol(), Step.DAY, figures.firstKey(), last, figures));
    }
}
