// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.tariff;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tanma.carbon.quantity.Dimension;
import org.tanma.carbon.quantity.Quantity;

/**
 * Electricity used, by sorts of hours.
 *
 * <p>What cannot be told is not spread: a reading over two sorts of hours stays apart, and time without a reading is counted as
 * missing, never as no use.
 *
 * @param byPeriod energy by sort of hours, only of those that occur
 * @param spanning energy of readings that lie in two sorts of hours
 * @param known time with readings
 * @param missing time without
 */
public record TimeOfUse(Map<TariffPeriod, Quantity> byPeriod, Quantity spanning, Duration known, Duration missing) {
    public TimeOfUse {
        byPeriod = Collections.unmodifiableMap(new EnumMap<>(byPeriod));
    }

    /**
     * Sorts uses by a tariff. Uses outside {@code from} to {@code to} are left out; of two that overlap the one that begins later is left out.
     */
    public static TimeOfUse of(Tariff tariff, List<TimedUse> uses, Instant from, Instant to) {
        Map<TariffPeriod, Quantity> byPeriod = new EnumMap<>(TariffPeriod.class);
        Quantity spanning = Quantity.zero(Dimension.ENERGY);
        Duration known = Duration.ZERO;
        Instant reached = from;
        List<TimedUse> ordered = uses.stream()
                .sorted(Comparator.comparing(TimedUse::from).thenComparing(TimedUse::to))
                .toList();
        for (TimedUse use : ordered) {
            if (use.from().isBefore(reached) || use.to().isAfter(to)) {
                continue;
            }
            reached = use.to();
            known = known.plus(Duration.between(use.from(), use.to()));
            Optional<TariffPeriod> period = tariff.periodOf(use.from(), use.to());
            if (period.isPresent()) {
                byPeriod.merge(period.get(), use.energy(), Quantity::plus);
            } else {
                spanning = spanning.plus(use.energy());
            }
        }
        return new TimeOfUse(
                byPeriod, spanning, known, Duration.between(from, to).minus(known));
    }

    /** All that was read. */
    public Quantity total() {
        return byPeriod.values().stream().reduce(spanning, Quantity::plus);
    }
}
