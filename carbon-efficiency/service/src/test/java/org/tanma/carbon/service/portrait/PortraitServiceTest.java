// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.portrait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanma.carbon.service.CarbonFixture.PLAIN;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tanma.carbon.portrait.PortraitMeasure;
import org.tanma.carbon.service.evaluate.EnterpriseProfile;
import org.tanma.kit.testing.SqlEngines;

class PortraitServiceTest {
    @RegisterExtension
    static final SqlEngines ENGINE = SqlEngines.sqlite("carbon");

    private MonitorFixture fixture;

    @BeforeEach
    void open() {
        fixture = new MonitorFixture(ENGINE.open(), new SampleMeter(r -> r));
    }

    private Portrait portrait(String prefix, String folder) {
        EnterpriseProfile enterprise = fixture.load(prefix, folder);
        fixture.evaluate(enterprise);
        return fixture.portraits.find(enterprise.handle(), 2025).orElseThrow();
    }

    private static Portrait.Line line(Portrait portrait, PortraitMeasure measure) {
        return portrait.dimensions().stream()
                .flatMap(dimension -> dimension.figures().stream())
                .filter(line -> line.measure().equals(measure.code()))
                .findFirst()
                .orElseThrow();
    }

    private static BigDecimal figure(Portrait portrait, PortraitMeasure measure) {
        String value = line(portrait, measure).value();
        assertThat(value).as(measure.code()).isNotNull();
        return new BigDecimal(value);
    }

    @Test
    void cement_isMostlyCoal_andStandsAmongItsPeerSet() {
        Portrait portrait = portrait("88.118.1", "cement");
        assertThat(figure(portrait, PortraitMeasure.COAL_SHARE)).isBetween(new BigDecimal("90"), new BigDecimal("95"));
        // 3.06 GJ/t clinker of coal, 1.5 Mt: about 4.6 PJ; electricity about 92 GWh.
        BigDecimal gigajoules = portrait.energy().stream()
                .map(each -> new BigDecimal(each.energy().value()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(gigajoules).isBetween(new BigDecimal("4800000"), new BigDecimal("5100000"));
        assertThat(portrait.energyNotTold()).isEmpty();
        Portrait.Position position =
                line(portrait, PortraitMeasure.SCHEME_INTENSITY).position();
        assertThat(position.status()).isEqualTo("ranked");
        assertThat(position.peers()).isEqualTo(10);
        assertThat(position.among().en()).isEqualTo("the peer set peers/3011/2025/v1");
        assertThat(line(portrait, PortraitMeasure.COAL_SHARE).position().status())
                .isEqualTo("too-few-peers");
    }

    @Test
    void whatIsNotReported_hasNoFigure_andSaysWhy() {
        Portrait portrait = portrait("88.118.1", "cement");
        assertThat(line(portrait, PortraitMeasure.ZERO_CARBON_SHARE).value()).isNull();
        assertThat(line(portrait, PortraitMeasure.ZERO_CARBON_SHARE).whyNot())
                .extracting(text -> text == null ? "" : text.en())
                .isEqualTo("zero-carbon-energy is not reported; report 0 where there is none");
        assertThat(line(portrait, PortraitMeasure.EMISSION_CHANGE).value()).isNull();
        assertThat(line(portrait, PortraitMeasure.EMISSION_CHANGE).position().status())
                .isEqualTo("no-figure");
        assertThat(fixture.portraits.find("88.118.2/ENTERPRISE", 2025)).isEmpty();
    }

    @Test
    void everyMeasure_isInItsDimension_withDefinitionAndUnit() {
        Portrait portrait = portrait("88.118.5", "automobile");
        assertThat(portrait.dimensions())
                .extracting(Portrait.Dimension::code)
                .containsExactly("basic", "energy-structure", "energy-cleanliness", "verification");
        assertThat(portrait.dimensions().stream()
                        .mapToInt(d -> d.figures().size())
                        .sum())
                .isEqualTo(PortraitMeasure.values().length);
        assertThat(portrait.verification().state()).isEqualTo("not-verified");
        assertThat(portrait.verification().isOutdated()).isFalse();
        assertThat(portrait.notices()).anyMatch(notice -> notice.en().contains("demonstration"));
    }

    /** Six demonstration plants of one industry, each with another amount of diesel: positions appear, and no peer's figure does. */
    @Test
    void sixOfAnIndustry_haveRanks_withoutTellingAnyonesFigure() {
        Portrait last = portrait("88.118.5", "automobile");
        for (int plant : new int[] {1, 2, 3, 4, 6}) {
            String handle = "88.118." + plant + "/ENTERPRISE";
            fixture.carbon.identifiers.put(
                    new EnterpriseProfile(handle, "示例", "Demonstration", "3611", "310114", true));
            fixture.load("88.118." + plant, "automobile");
            StringBuilder rows = new StringBuilder("source,kind,period,amount,unit\n");
            for (int month = 1; month <= 12; month++) {
                rows.append("YARD,fuel/diesel,2025-")
                        .append(month < 10 ? "0" : "")
                        .append(month);
                rows.append(',').append(plant * 100).append(",t\n");
            }
            fixture.carbon.ingest.csv(handle, rows.toString().getBytes(StandardCharsets.UTF_8), PLAIN, "clerk");
            fixture.evaluate(fixture.carbon.identifiers.findEnterprise(handle).orElseThrow());
        }
        assertThat(line(last, PortraitMeasure.CO2_PER_ENERGY).position().status())
                .isEqualTo("too-few-peers");
        Portrait portrait = fixture.portraits.find("88.118.5/ENTERPRISE", 2025).orElseThrow();
        Portrait.Position position =
                line(portrait, PortraitMeasure.CO2_PER_ENERGY).position();
        assertThat(position.status()).isEqualTo("ranked");
        assertThat(position.peers()).isEqualTo(5);
        assertThat(position.among().en()).contains("GB/T 4754 361");
        String answer = portrait.toString();
        for (int plant : new int[] {1, 2, 3, 4, 6}) {
            Portrait peer = fixture.portraits
                    .find("88.118." + plant + "/ENTERPRISE", 2025)
                    .orElseThrow();
            assertThat(answer)
                    .doesNotContain(figure(peer, PortraitMeasure.CO2_PER_ENERGY).toPlainString());
        }
    }

    @Test
    void timeOfUse_addsUpToTheYear_andSaysThatTheHoursAreNotVerified() {
        EnterpriseProfile enterprise = fixture.load("88.118.5", "automobile");
        fixture.evaluate(enterprise);
        TimeOfUseView view = fixture.timeOfUse.of(enterprise, 2025);
        assertThat(view.meters()).singleElement().satisfies(meter -> {
            assertThat(new BigDecimal(meter.totalMwh())).isEqualByComparingTo("92999.8");
            assertThat(meter.missingHours()).isEqualTo("0");
            assertThat(meter.knownHours()).isEqualTo("8760");
            assertThat(meter.periods())
                    .extracting(TimeOfUseView.PeriodView::period)
                    .containsExactly("peak", "flat", "valley");
            BigDecimal shares = meter.periods().stream()
                    .map(period -> new BigDecimal(period.shareOfKnown()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(shares.setScale(20, java.math.RoundingMode.HALF_UP)).isEqualByComparingTo("100");
        });
        assertThat(view.tariff())
                .isNotNull()
                .satisfies(t -> assertThat(t.quality()).isEqualTo("unverified"));
        assertThat(view.gridFactor()).isNotNull();
        assertThat(view.notices()).anyMatch(notice -> notice.en().contains("none is made up"));
    }
}
