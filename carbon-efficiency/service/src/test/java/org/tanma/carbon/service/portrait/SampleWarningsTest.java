// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.portrait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
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

    /** Year on year needs the year before, and no unit of its own; what cannot be judged is named. */
    @Test
    void growthOfASource_isJudged_andWhatCannotBeIsNamed() {
        MonitorFixture fixture = new MonitorFixture(ENGINE.open(), (meter, from, to) -> List.of());
        EnterpriseProfile enterprise = fixture.load("88.118.5", "automobile");
        StringBuilder rows = new StringBuilder("source,kind,period,amount,unit\n");
        for (int month = 1; month <= 12; month++) {
            rows.append("GRID-10KV,electricity,2024-")
                    .append(month < 10 ? "0" : "")
                    .append(month);
            rows.append(month == 2 ? ",4500,MWh\n" : ",7500000,kWh\n");
        }
        fixture.carbon.ingest.csv(
                enterprise.handle(), rows.toString().getBytes(StandardCharsets.UTF_8), CarbonFixture.PLAIN, "clerk");
        fixture.set(enterprise.handle(), """
                {"thresholds":[
                {"name":"power","subject":"GRID-10KV/electricity","rule":"year-on-year","per":"month","bound":"20","unit":"%"},
                {"name":"steam","subject":"BOILER-9/heat","rule":"maximum","per":"year","bound":"1","unit":"GJ"},
                {"name":"cap","subject":"emission","rule":"maximum","per":"year","bound":"1","unit":"tCO2e"}]}
                """);
        WarningService.Checked checked = fixture.service.check(enterprise, 2025);
        assertThat(checked.warnings())
                .extracting(KeptWarning::rule, KeptWarning::first)
                .containsExactly(tuple("power", "2025-12"));
        assertThat(checked.notChecked())
                .extracting(text -> text.en().substring(0, 17))
                .containsExactlyInAnyOrder("threshold 'steam'", "threshold 'cap' i");
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
