// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.tanma.carbon.quantity.Unit;
import org.tanma.carbon.service.CarbonFixture;
import org.tanma.carbon.service.ingest.MeterReading;
import org.tanma.carbon.service.ledger.Period;

/** Readings add up to months: nothing lost, nothing twice, whatever their order and length. */
class MonthlyAmountProperties {
    private static final Unit KWH = CarbonFixture.CATALOG.units().get("kWh");
    private static final Unit MWH = CarbonFixture.CATALOG.units().get("MWh");
    private static final Map<String, Unit> UNITS = Map.of("kWh", KWH, "MWh", MWH);
    private static final Instant MARCH = MonthlyAmount.start(new Period(2025, 3));
    private static final Instant JUNE = MonthlyAmount.end(new Period(2025, 5));

    /** Three months of intervals without a hole, each at most an hour long and of a random amount. */
    private static List<MeterReading> readings(Random random, String unit) {
        List<MeterReading> readings = new ArrayList<>();
        Instant at = MARCH;
        while (at.isBefore(JUNE)) {
            Instant to = at.plusSeconds(900L + random.nextInt(2_700));
            to = to.isAfter(JUNE) ? JUNE : to;
            String amount =
                    new BigDecimal(random.nextInt(1_000_000)).movePointLeft(3).toPlainString();
            readings.add(new MeterReading("88.118.1/M", "electricity", at, to, amount, unit, ""));
            at = to;
        }
        return readings;
    }

    private static BigDecimal sum(List<MeterReading> readings) {
        return readings.stream().map(r -> new BigDecimal(r.amount())).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Property(tries = 20)
    void months_addUpToTheReadings_andAreWhole(@ForAll Random random) {
        List<MeterReading> readings = readings(random, "kWh");
        List<MonthlyAmount> months = MonthlyAmount.of(readings, UNITS, KWH);
        assertThat(months).hasSize(3).allMatch(MonthlyAmount::isWhole);
        assertThat(months.stream().map(MonthlyAmount::amount).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(sum(readings));
        assertThat(months.stream().mapToInt(MonthlyAmount::readings).sum()).isEqualTo(readings.size());
    }

    @Property(tries = 20)
    void order_playsNoPart(@ForAll Random random) {
        List<MeterReading> readings = readings(random, "kWh");
        List<MonthlyAmount> months = MonthlyAmount.of(readings, UNITS, KWH);
        Collections.shuffle(readings, random);
        assertThat(MonthlyAmount.of(readings, UNITS, KWH)).isEqualTo(months);
    }

    @Property(tries = 20)
    void reading_inTwoParts_isTheSame(@ForAll Random random) {
        List<MeterReading> readings = readings(random, "kWh");
        List<MonthlyAmount> months = MonthlyAmount.of(readings, UNITS, KWH);
        MeterReading whole = readings.remove(random.nextInt(readings.size()));
        boolean isAcross =
                !MonthlyAmount.monthOf(whole.from().plusSeconds(1)).equals(MonthlyAmount.monthOf(whole.to()));
        Instant middle = isAcross
                ? whole.to().minusSeconds(1)
                : whole.from().plus(Duration.between(whole.from(), whole.to()).dividedBy(2));
        BigDecimal amount = new BigDecimal(whole.amount());
        BigDecimal first = isAcross ? BigDecimal.ZERO : amount.divide(new BigDecimal("4"));
        readings.add(part(whole, whole.from(), middle, first));
        readings.add(part(whole, middle, whole.to(), amount.subtract(first)));
        assertThat(MonthlyAmount.of(readings, UNITS, KWH))
                .extracting(MonthlyAmount::amount)
                .containsExactlyElementsOf(
                        months.stream().map(MonthlyAmount::amount).toList());
    }

    private static MeterReading part(MeterReading whole, Instant from, Instant to, BigDecimal amount) {
        return new MeterReading(whole.meter(), whole.kind(), from, to, amount.toPlainString(), whole.unit(), "");
    }

    @Property(tries = 20)
    void unitOfTheReadings_makesNoDifference(@ForAll Random random) {
        List<MeterReading> readings = readings(random, "kWh");
        List<MeterReading> inMegawatts = new ArrayList<>();
        for (MeterReading r : readings) {
            BigDecimal amount = random.nextBoolean() ? null : new BigDecimal(r.amount()).movePointLeft(3);
            inMegawatts.add(
                    amount == null
                            ? r
                            : new MeterReading(
                                    r.meter(), r.kind(), r.from(), r.to(), amount.toPlainString(), "MWh", ""));
        }
        List<MonthlyAmount> mixed = MonthlyAmount.of(inMegawatts, UNITS, KWH);
        List<MonthlyAmount> plain = MonthlyAmount.of(readings, UNITS, KWH);
        for (int i = 0; i < plain.size(); i++) {
            assertThat(mixed.get(i).amount()).isEqualByComparingTo(plain.get(i).amount());
        }
    }

    @Property(tries = 20)
    void readingLeftOut_makesItsMonthNotWhole(
            @ForAll Random random, @ForAll @IntRange(min = 0, max = 1_000) int which) {
        List<MeterReading> readings = readings(random, "kWh");
        MeterReading gone = readings.remove(which % readings.size());
        Period month = MonthlyAmount.monthOf(gone.to());
        assertThat(MonthlyAmount.of(readings, UNITS, KWH))
                .filteredOn(m -> m.month().equals(month))
                .noneMatch(MonthlyAmount::isWhole);
    }

    @Property(tries = 20)
    void intervalOfMoreThanAnHour_overTheTurn_leavesBothMonthsOpen(
            @ForAll @IntRange(min = 1, max = 3_600) int seconds) {
        Instant april = MonthlyAmount.end(new Period(2025, 3));
        Instant to = april.plusSeconds(seconds);
        List<MeterReading> readings = List.of(
                reading(MARCH, april.minusSeconds(3_600), "1"),
                reading(april.minusSeconds(3_600), to, "2"),
                reading(to, MonthlyAmount.end(new Period(2025, 4)), "3"));
        assertThat(MonthlyAmount.of(readings, UNITS, KWH)).noneMatch(MonthlyAmount::isWhole);
    }

    private static MeterReading reading(Instant from, Instant to, String amount) {
        return new MeterReading("88.118.1/M", "electricity", from, to, amount, "kWh", "");
    }
}
