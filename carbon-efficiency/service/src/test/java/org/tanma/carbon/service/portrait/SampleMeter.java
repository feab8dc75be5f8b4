// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.portrait;

import static org.tanma.carbon.service.CarbonFixture.sample;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.tanma.carbon.service.ingest.MeterReading;
import org.tanma.carbon.service.ingest.ReadingSeries;

/** The shipped hours of the demonstration vehicle factory's grid meter, in memory. */
public final class SampleMeter implements ReadingSeries {
    public static final String METER = "88.118.5/METER-GRID-1";

    private final List<MeterReading> readings = new ArrayList<>();

    /** @param planted changes a reading, or makes it null to leave it out */
    public SampleMeter(UnaryOperator<MeterReading> planted) {
        new String(sample("automobile/readings.csv"), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(line -> line.split(","))
                .forEach(cells -> {
                    Instant begin = LocalDate.parse(cells[0]).atStartOfDay().toInstant(WarningService.OFFSET);
                    for (int hour = 0; hour < 24; hour++) {
                        Instant from = begin.plus(Duration.ofHours(hour));
                        MeterReading reading = planted.apply(new MeterReading(
                                METER,
                                "electricity",
                                from,
                                from.plus(Duration.ofHours(1)),
                                cells[hour + 1],
                                "kWh",
                                ""));
                        if (reading != null) {
                            readings.add(reading);
                        }
                    }
                });
    }

    static LocalDate day(MeterReading reading) {
        return reading.from().atOffset(WarningService.OFFSET).toLocalDate();
    }

    static MeterReading with(MeterReading reading, String amount) {
        return new MeterReading(
                reading.meter(), reading.kind(), reading.from(), reading.to(), amount, reading.unit(), "");
    }

    @Override
    public List<MeterReading> find(String meter, Instant from, Instant to) {
        return readings.stream()
                .filter(r -> r.meter().equals(meter) && r.to().isAfter(from) && !r.to().isAfter(to))
                .toList();
    }
}
