// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.portrait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tanma.carbon.service.CarbonFixture;
import org.tanma.carbon.service.evaluate.EnterpriseProfile;
import org.tanma.carbon.service.ingest.MeterReading;
import org.tanma.carbon.warning.WarningKind;
import org.tanma.kit.testing.SqlEngines;

/** How many alarms the shipped sample gives, and that what is planted in it is found. */
class SampleWarningsTest {
    @RegisterExtension
    static final SqlEngines ENGINE = SqlEngines.sqlite("carbon");

    static final String STOPS = """
            {"plannedStops":[{"from":"2025-01-28","to":"2025-02-11","reason":"春节 / Spring Festival"},
            {"from":"2025-05-01","to":"2025-05-03","reason":"劳动节 / Labour Day"},
            {"from":"2025-07-22","to":"2025-08-06","reason":"检修 / overhaul"},
            {"from":"2025-10-01","to":"2025-10-03","reason":"国庆 / National Day"}]}
            """;
    private static final Map<String, String> FOLDERS = Map.of(
            "88.118.1", "cement",
            "88.118.2", "flat-glass",
            "88.118.3", "chemicals",
            "88.118.4", "steel",
            "88.118.5", "automobile",
            "88.118.6", "aluminium");

    private List<KeptWarning> automobile(UnaryOperator<MeterReading> planted, String settings) {
        MonitorFixture fixture = new MonitorFixture(ENGINE.open(), new SampleMeter(planted));
        EnterpriseProfile enterprise = fixture.load("88.118.5", "automobile");
        if (!settings.isEmpty()) {
            fixture.set(enterprise.handle(), settings);
        }
        return fixture.service.check(enterprise, 2025).warnings();
    }

    @Test
    void sampleMonths_ofSixEnterprises_giveNoAlarm() {
        MonitorFixture fixture = new MonitorFixture(ENGINE.open(), (meter, from, to) -> List.of());
        List<KeptWarning> all = new ArrayList<>();
        FOLDERS.forEach((prefix, folder) -> all.addAll(
                fixture.service.check(fixture.load(prefix, folder), 2025).warnings()));
        all.forEach(w ->
                System.out.println(w.series() + " " + w.first() + " " + w.what().en()));
        assertThat(all).isEmpty();
    }

    @Test
    void sampleDays_tellTheFourStops_andNothingElse() {
        assertThat(automobile(r -> r, ""))
                .extracting(KeptWarning::kind, KeptWarning::first, KeptWarning::last)
                .containsExactly(
                        tuple(WarningKind.LOW, "2025-01-28", "2025-02-11"),
                        tuple(WarningKind.LOW, "2025-05-01", "2025-05-03"),
                        tuple(WarningKind.LOW, "2025-07-22", "2025-08-06"),
                        tuple(WarningKind.LOW, "2025-10-01", "2025-10-03"));
        assertThat(automobile(r -> r, STOPS)).isEmpty();
    }

    /** The sample announces three of the stops: the fourth is told, and the month above its cap. */
    @Test
    void shippedSettings_leaveOneStopAndACap() {
        MonitorFixture fixture = new MonitorFixture(ENGINE.open(), new SampleMeter(r -> r));
        EnterpriseProfile enterprise = fixture.load("88.118.5", "automobile");
        fixture.evaluate(enterprise);
        fixture.monitor.putThresholds(
                enterprise.handle(), CarbonFixture.sample("automobile/thresholds.json"), null, "clerk");
        WarningService.Checked checked = fixture.service.check(enterprise, 2025);
        assertThat(checked.warnings())
                .extracting(KeptWarning::kind)
                .containsExactlyInAnyOrder(WarningKind.LOW, WarningKind.MAXIMUM);
        assertThat(checked.notChecked()).isEmpty();
    }

    @Test
    void tenfoldDay_stuckMeter_drift_andGap_areFound() {
        LocalDate tenfold = LocalDate.of(2025, 3, 12);
        LocalDate stuck = LocalDate.of(2025, 6, 9);
        LocalDate gap = LocalDate.of(2025, 11, 18);
        List<KeptWarning> found = automobile(
                r -> {
                    LocalDate day = SampleMeter.day(r);
                    if (day.equals(tenfold)) {
                        return SampleMeter.with(r, r.amount() + "0");
                    }
                    if (!day.isBefore(stuck) && day.isBefore(stuck.plusDays(4))) {
                        return SampleMeter.with(r, "12345");
                    }
                    boolean isLost = day.equals(gap)
                            && r.from().atOffset(WarningService.OFFSET).getHour() == 14;
                    return isLost || day.equals(gap.plusDays(1)) ? null : r;
                },
                STOPS);
        assertThat(found)
                .extracting(KeptWarning::kind, KeptWarning::first, KeptWarning::last)
                .containsExactlyInAnyOrder(
                        tuple(WarningKind.HIGH, "2025-03-12", "2025-03-12"),
                        tuple(WarningKind.STUCK, "2025-06-09", "2025-06-12"),
                        tuple(WarningKind.GAP, "2025-11-18", "2025-11-19"));
        LocalDate begin = LocalDate.of(2025, 8, 10);
        List<KeptWarning> drift = automobile(
                r -> {
                    long days = begin.until(SampleMeter.day(r), ChronoUnit.DAYS);
                    return days <= 0
                            ? r
                            : SampleMeter.with(
                                    r,
                                    new BigDecimal(r.amount())
                                            .multiply(BigDecimal.valueOf(1000 + 3 * days))
                                            .movePointLeft(3)
                                            .setScale(1, RoundingMode.HALF_UP)
                                            .toPlainString());
                },
                STOPS);
        assertThat(drift).extracting(KeptWarning::kind).containsExactly(WarningKind.DRIFT);
    }
}
