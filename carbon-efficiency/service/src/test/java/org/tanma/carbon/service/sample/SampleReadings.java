// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.sample;

import static org.tanma.carbon.service.CarbonFixture.sample;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Makes {@code sample/automobile/readings.csv}: hours of the demonstration vehicle factory's grid meter in 2025, kWh, by the clock of China, from a fixed seed.
 * Two shifts from 7 to 23, quiet Sundays, four stops; every month adds up to what the factory reports of it.
 */
final class SampleReadings {
    /** First and last days of the stops. */
    static final List<LocalDate[]> STOPS = List.of(
            stop("2025-01-28", "2025-02-11"),
            stop("2025-05-01", "2025-05-03"),
            stop("2025-07-22", "2025-08-06"),
            stop("2025-10-01", "2025-10-03"));

    private static final double[] HOURS = {
        45, 42, 40, 40, 41, 48, 66, 92, 104, 107, 106, 98, 84, 101, 106, 105, 104, 99, 82, 96, 101, 100, 93, 62
    };

    private SampleReadings() {}

    private static LocalDate[] stop(String from, String to) {
        return new LocalDate[] {LocalDate.parse(from), LocalDate.parse(to)};
    }

    /** The whole file. */
    static String make() {
        SplittableRandom random = new SplittableRandom(20250101);
        StringBuilder text = new StringBuilder("day,");
        text.append(IntStream.range(0, 24)
                        .mapToObj(h -> (h < 10 ? "0" : "") + h)
                        .collect(Collectors.joining(",")))
                .append('\n');
        monthlyKwh().forEach((month, kwh) -> month(month, kwh, random, text));
        return text.toString();
    }

    private static Map<Integer, Long> monthlyKwh() {
        Map<Integer, Long> months = new TreeMap<>();
        new String(sample("automobile/activity-data.csv"), StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.split(",", -1))
                .filter(cells -> cells[1].equals("electricity"))
                .forEach(cells -> months.put(
                        Integer.parseInt(cells[2].substring(5)),
                        new BigDecimal(cells[3]).movePointRight(3).longValueExact()));
        return months;
    }

    private static void month(int month, long kwh, SplittableRandom random, StringBuilder text) {
        LocalDate first = LocalDate.of(2025, month, 1);
        List<double[]> days = new ArrayList<>();
        double sum = 0;
        for (int day = 0; day < first.lengthOfMonth(); day++) {
            double[] hours = weights(first.plusDays(day), random);
            days.add(hours);
            for (double hour : hours) {
                sum += hour;
            }
        }
        long left = kwh;
        for (int day = 0; day < days.size(); day++) {
            text.append(first.plusDays(day));
            for (int hour = 0; hour < 24; hour++) {
                boolean isLast = day == days.size() - 1 && hour == 23;
                long amount = isLast ? left : Math.round(days.get(day)[hour] * kwh / sum);
                left -= amount;
                text.append(',').append(amount);
            }
            text.append('\n');
        }
    }

    private static double[] weights(LocalDate day, SplittableRandom random) {
        boolean isStop = STOPS.stream().anyMatch(stop -> !day.isBefore(stop[0]) && !day.isAfter(stop[1]));
        double level = isStop ? 0.15 : day.getDayOfWeek() == DayOfWeek.SUNDAY ? 0.38 : 1;
        double ofDay = level * (0.97 + 0.06 * random.nextDouble());
        double[] hours = new double[24];
        for (int hour = 0; hour < 24; hour++) {
            double shape = level < 1 ? 80 : HOURS[hour];
            hours[hour] = ofDay * shape * (0.98 + 0.04 * random.nextDouble());
        }
        return hours;
    }
}
