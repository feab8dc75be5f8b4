// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.tariff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tanma.carbon.data.EngineCatalog;
import org.tanma.carbon.data.PortraitEditions;
import org.tanma.carbon.factor.Quality;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.quantity.Unit;
import org.tanma.carbon.text.LocalText;

class TimeOfUseTest {
    private static final EngineCatalog CATALOG = EngineCatalog.readShipped();
    private static final Unit KWH = CATALOG.units().get("kWh");
    private static final Set<Integer> YEAR = Set.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    private static final Instant NEW_YEAR = Instant.parse("2025-01-01T00:00:00+08:00");

    private static Tariff tariff() {
        return new Tariff(
                "own/1",
                new LocalText("自有", "own"),
                "",
                2025,
                ZoneOffset.ofHours(8),
                Quality.UNVERIFIED,
                List.of(new TariffSeason(
                        YEAR,
                        List.of(
                                new TariffBand(0, 480, TariffPeriod.VALLEY),
                                new TariffBand(480, 1320, TariffPeriod.PEAK),
                                new TariffBand(1320, 1440, TariffPeriod.VALLEY)))));
    }

    private static List<TimedUse> hours(int count) {
        List<TimedUse> uses = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Instant from = NEW_YEAR.plus(Duration.ofHours(i));
            uses.add(new TimedUse(from, from.plus(Duration.ofHours(1)), new Quantity(BigDecimal.valueOf(i), KWH)));
        }
        return uses;
    }

    private static TimeOfUse day(List<TimedUse> uses) {
        return TimeOfUse.of(tariff(), uses, NEW_YEAR, NEW_YEAR.plus(Duration.ofDays(1)));
    }

    @Test
    void hours_areSortedByTheClockOfTheTariff() {
        TimeOfUse day = day(hours(24));
        assertThat(day.byPeriod().get(TariffPeriod.VALLEY).in(KWH).amount()).isEqualByComparingTo("73");
        assertThat(day.byPeriod().get(TariffPeriod.PEAK).in(KWH).amount()).isEqualByComparingTo("203");
        assertThat(day.total().in(KWH).amount()).isEqualByComparingTo("276");
        assertThat(day.missing()).isZero();
    }

    @Test
    void order_doesNotMatter() {
        List<TimedUse> reversed = new ArrayList<>(hours(24));
        Collections.reverse(reversed);
        assertThat(day(reversed)).isEqualTo(day(hours(24)));
    }

    @Test
    void missingHours_areMissing_notNothing() {
        TimeOfUse day = day(hours(20));
        assertThat(day.known()).isEqualTo(Duration.ofHours(20));
        assertThat(day.missing()).isEqualTo(Duration.ofHours(4));
    }

    @Test
    void readingOverTwoSorts_staysApart_overOneSortAcrossMidnight_doesNot() {
        Instant seven = NEW_YEAR.plus(Duration.ofHours(7));
        TimedUse spanning = new TimedUse(seven, seven.plus(Duration.ofHours(2)), Quantity.of("5", KWH));
        assertThat(day(List.of(spanning)).spanning().in(KWH).amount()).isEqualByComparingTo("5");
        Instant late = NEW_YEAR.plus(Duration.ofHours(22));
        TimedUse night = new TimedUse(late, late.plus(Duration.ofHours(10)), Quantity.of("5", KWH));
        TimeOfUse use = TimeOfUse.of(tariff(), List.of(night), NEW_YEAR, NEW_YEAR.plus(Duration.ofDays(2)));
        assertThat(use.byPeriod().get(TariffPeriod.VALLEY).in(KWH).amount()).isEqualByComparingTo("5");
    }

    @Test
    void overlappingAndOutside_areLeftOut() {
        List<TimedUse> uses = new ArrayList<>(hours(26));
        uses.add(new TimedUse(
                NEW_YEAR.plus(Duration.ofMinutes(30)),
                NEW_YEAR.plus(Duration.ofMinutes(90)),
                Quantity.of("1000", KWH)));
        assertThat(day(uses).total().in(KWH).amount()).isEqualByComparingTo("276");
    }

    @Test
    void day_withAHoleOrAnOverlap_isRefused() {
        assertThatThrownBy(() -> new TariffSeason(YEAR, List.of(new TariffBand(0, 480, TariffPeriod.VALLEY))))
                .hasMessageContaining("no part of the day from 08:00 to 24:00");
        assertThatThrownBy(() -> new TariffSeason(
                        YEAR,
                        List.of(
                                new TariffBand(0, 480, TariffPeriod.VALLEY),
                                new TariffBand(420, 1440, TariffPeriod.PEAK))))
                .hasMessageContaining("two parts of the day from 07:00 to 08:00");
        assertThatThrownBy(() -> new Tariff(
                        "own/1",
                        new LocalText("自有", "own"),
                        "",
                        2025,
                        ZoneOffset.UTC,
                        Quality.UNVERIFIED,
                        List.of(new TariffSeason(Set.of(1), List.of(new TariffBand(0, 1440, TariffPeriod.FLAT))))))
                .hasMessageContaining("every month");
    }

    @Test
    void shippedTariff_saysThatItIsNotVerified() {
        PortraitEditions editions = PortraitEditions.readShipped(CATALOG.units());
        Tariff shanghai =
                editions.tariffs().find(List.of("310114", "CN-31", "CN"), 2025).orElseThrow();
        assertThat(shanghai.quality()).isEqualTo(Quality.UNVERIFIED);
        assertThat(shanghai.periodOf(Instant.parse("2025-07-15T05:00:00Z"), Instant.parse("2025-07-15T06:00:00Z")))
                .contains(TariffPeriod.PEAK);
        assertThat(shanghai.periodOf(Instant.parse("2025-11-15T05:00:00Z"), Instant.parse("2025-11-15T06:00:00Z")))
                .contains(TariffPeriod.FLAT);
        assertThat(editions.tariffs().find(List.of("CN-33"), 2025)).isEmpty();
        assertThat(editions.sources())
                .hasSize(2)
                .allSatisfy(source -> assertThat(source.notCovered()).isNotEmpty());
    }
}
