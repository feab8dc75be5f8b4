// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.tariff;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Months that divide the day alike.
 *
 * @param months 1 to 12
 * @param bands in the order of time; every minute of the day lies in exactly one
 */
public record TariffSeason(Set<Integer> months, List<TariffBand> bands) {
    public TariffSeason {
        months = Collections.unmodifiableSet(new TreeSet<>(months));
        bands = bands.stream()
                .sorted(Comparator.comparing(TariffBand::fromMinute))
                .toList();
        if (months.isEmpty() || months.stream().anyMatch(month -> month < 1 || month > 12)) {
            throw new IllegalArgumentException("a season has months from 1 to 12: " + months);
        }
        int reached = 0;
        for (TariffBand band : bands) {
            if (band.fromMinute() != reached) {
                throw new IllegalArgumentException((band.fromMinute() > reached ? "no part" : "two parts")
                        + " of the day from "
                        + TariffBand.clock(Math.min(reached, band.fromMinute()))
                        + " to "
                        + TariffBand.clock(Math.max(reached, band.fromMinute())));
            }
            reached = band.toMinute();
        }
        if (reached != TariffBand.DAY) {
            throw new IllegalArgumentException("no part of the day from " + TariffBand.clock(reached) + " to 24:00");
        }
    }

    /** The part of the day a minute lies in. */
    TariffBand bandAt(int minute) {
        return bands.stream()
                .filter(band -> minute >= band.fromMinute() && minute < band.toMinute())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a minute of the day: " + minute));
    }
}
