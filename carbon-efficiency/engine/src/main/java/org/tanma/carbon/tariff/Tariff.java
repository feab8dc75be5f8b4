// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.tariff;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tanma.carbon.factor.Quality;
import org.tanma.carbon.text.LocalText;

/**
 * Which hours of which months are sharp, peak, flat, valley: a tariff without its prices.
 *
 * @param edition {@code name/edition} of the data it is shipped as, or how the enterprise's own is called
 * @param geography place it holds in: GB/T 2260 code or {@code CN-33}; empty for an enterprise's own
 * @param firstYear first calendar year it is used for
 * @param offset offset of its clock from UTC; China keeps one all year
 * @param quality how far its source was checked
 * @param seasons every month lies in exactly one
 */
public record Tariff(
        String edition,
        LocalText title,
        String geography,
        int firstYear,
        ZoneOffset offset,
        Quality quality,
        List<TariffSeason> seasons) {
    public Tariff {
        seasons = List.copyOf(seasons);
        List<Integer> months = seasons.stream()
                .flatMap(season -> season.months().stream())
                .sorted()
                .toList();
        if (!months.equals(IntStream.rangeClosed(1, 12).boxed().toList())) {
            throw new IllegalArgumentException(
                    "every month of the year stands in one season, these stand in one: " + months);
        }
    }

    /** The sort of hours that the whole of a span lies in; empty when it spans two sorts. */
    Optional<TariffPeriod> periodOf(Instant from, Instant to) {
        LocalDateTime at = LocalDateTime.ofInstant(from, offset);
        LocalDateTime end = LocalDateTime.ofInstant(to, offset);
        TariffPeriod period = bandAt(at).period();
        while (at.isBefore(end)) {
            TariffBand band = bandAt(at);
            if (band.period() != period) {
                return Optional.empty();
            }
            at = at.toLocalDate().atStartOfDay().plusMinutes(band.toMinute());
        }
        return Optional.of(period);
    }

    private TariffBand bandAt(LocalDateTime time) {
        return seasons.stream()
                .filter(season -> season.months().contains(time.getMonthValue()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no season has the month of " + time))
                .bandAt(time.getHour() * 60 + time.getMinute());
    }
}
