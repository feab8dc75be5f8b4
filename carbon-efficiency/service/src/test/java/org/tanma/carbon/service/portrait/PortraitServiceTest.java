// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.portrait;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
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
        assertThat(line(portrait, PortraitMeasure.COAL_SHARE).position().status()).isEqualTo("too-few-peers");
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
        assertThat(portrait.dimensions().stream().mapToInt(d -> d.figures().size()).sum())
                .isEqualTo(PortraitMeasure.values().length);
        assertThat(portrait.verification().state()).isEqualTo("not-verified");
        assertThat(portrait.verification().isOutdated()).isFalse();
        assertThat(portrait.notices()).anyMatch(notice -> notice.en().contains("demonstration"));
    }

    /** Six demonstration plants of one industry: positions appear, and nothing in the answer is a single peer's figure. */
    @Test
    void sixOfAnIndustry_haveRanks_withoutTellingAnyonesFigure() {
        Map<String, String> folders = Map.of(
                "88.118.1", "cement",
                "88.118.2", "flat-glass",
                "88.118.3", "chemicals",
                "88.118.4", "steel",
                "88.118.5", "automobile",
                "88.118.6", "aluminium");
        folders.keySet()
                .forEach(prefix -> fixture.carbon.identifiers.put(new EnterpriseProfile(
                        prefix + "/ENTERPRISE", "示例", "Demonstration", "3611", "310114", true)));
        folders.forEach((prefix, folder) -> {
            if (!prefix.equals("88.118.5")) {
                portrait(prefix, folder.equals("cement") ? "steel" : folder);
            }
        });
        Portrait portrait = portrait("88.118.5", "automobile");
        Portrait.Position position = line(portrait, PortraitMeasure.CO2_PER_ENERGY).position();
        assertThat(position.status()).isEqualTo("ranked");
        assertThat(position.peers()).isEqualTo(5);
        String answer = portrait.toString();
        for (String prefix : List.of("88.118.2", "88.118.3", "88.118.4", "88.118.6")) {
            Portrait peer = fixture.portraits.find(prefix + "/ENTERPRISE", 2025).orElseThrow();
            assertThat(answer).doesNotContain(line(peer, PortraitMeasure.CO2_PER_ENERGY).value());
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
        assertThat(view.tariff()).isNotNull().satisfies(t -> assertThat(t.quality()).isEqualTo("unverified"));
        assertThat(view.gridFactor()).isNotNull();
        assertThat(view.notices()).anyMatch(notice -> notice.en().contains("none is made up"));
    }
}
