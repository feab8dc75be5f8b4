// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.warning;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Random;
import java.util.TreeMap;

/** Days of a factory with quiet Sundays, some per cent of chance, and a season; from a seed. */
final class Sequences {
    static final LocalDate FIRST = LocalDate.of(2025, 1, 1);

    private Sequences() {}

    static TreeMap<LocalDate, BigDecimal> factory(long seed, int days) {
        Random random = new Random(seed);
        TreeMap<LocalDate, BigDecimal> figures = new TreeMap<>();
        for (int i = 0; i < days; i++) {
            LocalDate day = FIRST.plusDays(i);
            double level = day.getDayOfWeek() == DayOfWeek.SUNDAY ? 110 : 300;
            double season = 1 + 0.08 * Math.cos(2 * Math.PI * i / 365.25);
            double chance = 1 + 0.04 * random.nextGaussian();
            figures.put(day, BigDecimal.valueOf(level * season * chance).setScale(2, RoundingMode.HALF_UP));
        }
        return figures;
    }

    static Series days(TreeMap<LocalDate, BigDecimal> figures, int days) {
        return new Series("GRID-1/electricity", "MWh", Step.DAY, FIRST, FIRST.plusDays(days - 1L), figures);
    }
}
