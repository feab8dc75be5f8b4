// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.reading;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.quantity.Unit;
import org.tanma.carbon.service.ingest.MeterReading;
import org.tanma.carbon.service.ledger.Period;

/**
 * What the readings of one meter and kind come to in a month of China's calendar.
 *
 * <p>Method: an interval counts to the month in which it ends, midnight being the end of the day before; one that spans the
 * turn of a month may be no longer than an hour, else neither month is whole. A month is whole when the intervals leave no
 * instant of it out. Sums are exact where all readings have one unit; others are converted to {@code unit} first, each with 34
 * digits. The order of the readings plays no part.
 *
 * @param amount the sum of the intervals that count to the month
 * @param isWhole false where something of the month is not counted, so that the amount is none of the month
 * @param readings how many intervals count to it
 */
record MonthlyAmount(Period month, BigDecimal amount, Unit unit, boolean isWhole, int readings) {
    private static final ZoneOffset CALENDAR = ZoneOffset.ofHours(8);
    private static final Duration LONGEST_ACROSS = Duration.ofHours(1);

    /** The month of China's calendar in which an interval ends. */
    static Period monthOf(Instant end) {
        var time = end.minusNanos(1).atOffset(CALENDAR);
        return new Period(time.getYear(), time.getMonthValue());
    }

    /** The instant at which a month begins. */
    static Instant start(Period month) {
        return LocalDate.of(month.year(), month.month(), 1).atStartOfDay().toInstant(CALENDAR);
    }

    /** The instant at which a month ends. */
    static Instant end(Period month) {
        return LocalDate.of(month.year(), month.month(), 1)
                .plusMonths(1)
                .atStartOfDay()
                .toInstant(CALENDAR);
    }

    /**
     * The months in which any of the readings end.
     *
     * @param units the unit of each reading by its symbol
     * @param common the unit for months whose readings have several
     */
    static List<MonthlyAmount> of(Collection<MeterReading> readings, Map<String, Unit> units, Unit common) {
        List<MeterReading> ordered = readings.stream()
                .sorted(Comparator.comparing(MeterReading::to).thenComparing(MeterReading::from))
                .toList();
        Map<Period, List<MeterReading>> byMonth = new TreeMap<>();
        ordered.stream()
                .filter(r -> r.from().isBefore(r.to()))
                .forEach(r -> byMonth.computeIfAbsent(monthOf(r.to()), m -> new ArrayList<>())
                        .add(r));
        return byMonth.entrySet().stream()
                .map(e -> of(e.getKey(), e.getValue(), isWhole(e.getKey(), ordered), units, common))
                .toList();
    }

    private static MonthlyAmount of(
            Period month, List<MeterReading> readings, boolean isWhole, Map<String, Unit> units, Unit common) {
        boolean isOneUnit = readings.stream().map(MeterReading::unit).distinct().count() == 1;
        Unit unit = isOneUnit ? get(units, readings.get(0).unit()) : common;
        BigDecimal sum = readings.stream()
                .map(r -> isOneUnit
                        ? new BigDecimal(r.amount())
                        : Quantity.of(r.amount(), get(units, r.unit())).in(unit).amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new MonthlyAmount(
                month,
                (isOneUnit ? sum : sum.round(MathContext.DECIMAL128)).stripTrailingZeros(),
                unit,
                isWhole,
                readings.size());
    }

    private static boolean isWhole(Period month, List<MeterReading> ordered) {
        Instant counted = start(month);
        Instant end = end(month);
        for (MeterReading reading : ordered) {
            boolean touches = reading.to().isAfter(counted) && reading.from().isBefore(end);
            if (!touches) {
                continue;
            }
            boolean isAcross =
                    reading.from().isBefore(start(month)) || reading.to().isAfter(end);
            boolean isTooLong =
                    isAcross && Duration.between(reading.from(), reading.to()).compareTo(LONGEST_ACROSS) > 0;
            if (isTooLong || reading.from().isAfter(counted)) {
                return false;
            }
            counted = reading.to();
        }
        return !counted.isBefore(end);
    }

    private static Unit get(Map<String, Unit> units, String symbol) {
        Unit unit = units.get(symbol);
        if (unit == null) {
            throw new IllegalStateException("a reading has the unit '" + symbol + "'");
        }
        return unit;
    }
}
