// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.cbam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanma.carbon.cbam.Installations.GAS;
import static org.tanma.carbon.cbam.Installations.HEAD;
import static org.tanma.carbon.cbam.Installations.good;
import static org.tanma.carbon.cbam.Installations.missing;
import static org.tanma.carbon.cbam.Installations.result;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tanma.carbon.inventory.Missing;
import org.tanma.carbon.quantity.Quantity;

class CbamEngineTest {
    private static final String STEEL =
            "  processes:\n    - {id: S, name: steel, cn: \"72081000\", produced: {value: \"1000\", unit: t}%s}\n";

    private static String gasAnd(String more) {
        return HEAD + "  sources:\n    - " + GAS + "}\n" + STEEL.formatted(more);
    }

    private static void is(Quantity actual, String expected) {
        assertThat(actual.amount().round(new MathContext(30)))
                .as(actual.toString())
                .isEqualByComparingTo(new BigDecimal(expected).round(new MathContext(30)));
    }

    @Nested
    class Sources {
        @Test
        void massBalance_usesTheRatioOfTheRegulation_notThatOfTheMolarMasses() {
            CbamResult result = result(HEAD + """
                              sources:
                                - source: coke
                                  kind: mass-balance
                                  amount: {value: "1000", unit: t}
                                  measured: {carbon-mass-content: {value: "0.85", unit: tC/t, evidence: lab}}
                                - source: product
                                  kind: mass-balance
                                  amount: {value: "-2000", unit: t}
                                  measured: {carbon-mass-content: {value: "0.004", unit: tC/t, evidence: lab}}
                            """ + STEEL.formatted(""));
            is(result.totals().direct(), "3085.088"); // 3.664 × (850 − 8); 44/12 would give 3087.33
        }

        @Test
        void overvoltage_takesTheStandardFactorsOfTheTechnology() {
            CbamResult result = result(HEAD + """
                              sources:
                                - source: pots
                                  kind: anode-effects
                                  technology: cwpb
                                  production: {value: "100000", unit: t}
                                  overvoltage: {millivolts: "2", currentEfficiencyPercent: "94"}
                                  collectionEfficiency: {value: "100", unit: "%"}
                                  evidence: pot log
                              processes:
                                - {id: A, name: aluminium, cn: "76011000", produced: {value: "100000", unit: t}}
                            """);
            // 1.16 × 2/94 × 100 000 / 1000 t CF4; × (6630 + 0.121 × 11100)
            BigDecimal cf4 = new BigDecimal("232").divide(new BigDecimal("94"), MathContext.DECIMAL128);
            is(
                    result.totals().pfc(),
                    cf4.multiply(new BigDecimal("7973.1"), MathContext.DECIMAL128)
                            .toPlainString());
            assertThat(result.factors())
                    .extracting(match -> match.factor().id())
                    .contains("overvoltage.cwpb.cf4");
        }

        @Test
        void carbonDioxideProvenToBeStored_isTakenOff() {
            CbamResult result = result(HEAD + "  sources:\n    - " + GAS + "}\n" + """
                                - source: pipe
                                  kind: measured
                                  gas: CO2
                                  concentration: {value: "1800", unit: g/Nm3}
                                  hours: {value: "1000", unit: h}
                                  flow: {value: "1000", unit: Nm3/h}
                                  biomassFraction: {value: "10", unit: "%"}
                                  storedFraction: {value: "50", unit: "%"}
                                  evidence: storage site
                            """ + STEEL.formatted(""));
            is(result.totals().direct(), "1882.8"); // 2692.8 − 1800 × 0.9 × 0.5
        }
    }

    @Nested
    class Flows {
        @Test
        void wasteGas_countsAsNaturalGas_andLeavingTwoThirdsOfIt() {
            String flows = ", wasteGas: [{direction: imported, amount: {value: \"100\", unit: TJ}, evidence: meter},"
                    + " {direction: exported, amount: {value: \"10000\", unit: 10^3Nm3}, netCalorificValue: {value: \"3.3\","
                    + " unit: MJ/Nm3}, evidence: meter}]";
            // 2692.8 + 100 × 56.1 − 33 × 56.1 × 0.667
            is(good(result(gasAnd(flows)), "S").attributedDirect(), "7067.9829");
        }

        @Test
        void heatFromOutside_withoutItsFactor_takesTheStandardFuelInABoilerOfNinetyPerCent() {
            String flows =
                    ", heat: [{direction: imported, amount: {value: \"9\", unit: TJ}, standardFuel: anthracite}]";
            is(good(result(gasAnd(flows)), "S").attributedDirect(), "3675.8"); // + 9 × 98.3 / 0.9
        }

        @Test
        void heatOfAnExothermicReaction_hasNoEmissions() {
            String flows = ", heat: [{direction: imported, amount: {value: \"9\", unit: TJ}, exothermic: nitric acid}]";
            is(good(result(gasAnd(flows)), "S").attributedDirect(), "2692.8");
        }

        @Test
        void exportsAboveWhatIsEmitted_countAsZero_andAreTold() {
            String flows =
                    ", heat: [{direction: exported, amount: {value: \"900\", unit: TJ}, standardFuel: anthracite}]";
            CbamResult result = result(gasAnd(flows));
            assertThat(good(result, "S").attributedDirect().signum()).isZero();
            assertThat(result.notices()).anyMatch(notice -> notice.en().contains("below zero"));
        }

        @Test
        void electricityMadeWithin_isTakenOff() {
            String flows = ", electricity: [{direction: exported, amount: {value: \"100\", unit: MWh},"
                    + " emissionFactor: {value: \"0.9\", unit: tCO2/MWh, evidence: own plant}}]";
            is(good(result(gasAnd(flows)), "S").attributedDirect(), "2602.8");
        }

        @Test
        void cogeneration_dividesByTheReferenceEfficiencies() {
            String yaml = HEAD + "  sources:\n    - " + GAS + ", to: CHP}\n" + """
                      heatUnits:
                        - id: CHP
                          heat: {value: "20", unit: TJ}
                          electricity: {value: "2500", unit: MWh}
                          referenceHeat: {value: "90", unit: "%"}
                          referenceElectricity: {value: "52.5", unit: "%"}
                          evidence: meters
                      processes:
                        - id: S
                          name: cement
                          cn: "25232900"
                          produced: {value: "1000", unit: t}
                          heat: [{direction: imported, amount: {value: "20", unit: TJ}, from: CHP}]
                          electricity: [{amount: {value: "2500", unit: MWh}, from: CHP}]
                    """;
            CbamResult result = result(yaml);
            Quantity heat = good(result, "S").attributedDirect();
            Quantity electricity = good(result, "S").attributedIndirect();
            // F_heat = (20/0.9) / (20/0.9 + 9/0.525)
            MathContext digits = MathContext.DECIMAL128;
            BigDecimal heatPart = new BigDecimal("20").divide(new BigDecimal("0.9"), digits);
            BigDecimal powerPart = new BigDecimal("9").divide(new BigDecimal("0.525"), digits);
            is(
                    heat,
                    new BigDecimal("2692.8")
                            .multiply(heatPart)
                            .divide(heatPart.add(powerPart), digits)
                            .toPlainString());
            is(heat.plus(electricity), "2692.8");
            is(result.totals().rest(), electricity.amountText());
        }

        @Test
        void moreHeatThanTheBoilerGives_isRefused() {
            String yaml = HEAD
                    + "  sources:\n    - " + GAS + ", to: B}\n"
                    + "  heatUnits:\n    - {id: B, heat: {value: \"1\", unit: TJ}, evidence: meter}\n"
                    + STEEL.formatted(", heat: [{direction: imported, amount: {value: \"2\", unit: TJ}, from: B}]");
            assertThat(missing(yaml)).extracting(Missing::path).containsExactly("installation/heatUnits/B/heat");
        }
    }

    @Nested
    class Precursors {
        private static final String TWO = """
                  processes:
                    - id: A
                      name: a
                      cn: "72061000"
                      produced: {value: "1000", unit: t}
                      precursors: [{of: B, amount: {value: "%s", unit: t}}]
                    - id: B
                      name: b
                      cn: "72061000"
                      produced: {value: "500", unit: t}
                      precursors: [{of: A, amount: {value: "%s", unit: t}}]
                """;

        private String loop(String ofB, String ofA) {
            return HEAD + "  sources:\n    - " + GAS + ", shares: {A: \"0.75\", B: \"0.25\"}}\n"
                    + TWO.formatted(ofB, ofA);
        }

        @Test
        void goodsThatNeedOneAnother_areSolved() {
            CbamResult result = result(loop("100", "200"));
            // 1000 a − 100 b = 2019.6; 500 b − 200 a = 673.2
            is(good(result, "A").direct(), "2.244");
            is(good(result, "B").direct(), "2.244");
        }

        @Test
        void aLoopThatUsesAllItMakes_isRefused() {
            assertThat(missing(loop("500", "1000"))).extracting(Missing::reason).contains(Missing.Reason.RANGE);
        }

        @Test
        void moreUsedThanMade_isRefused() {
            assertThat(missing(loop("501", "200")))
                    .extracting(Missing::path)
                    .containsExactly("installation/processes/B/produced");
        }

        private static final String CHAIN = """
                  processes:
                    - id: sinter
                      name: sinter
                      cn: "26011200"
                      produced: {value: "1000", unit: t}
                      electricity: [{amount: {value: "100", unit: MWh}, emissionFactor: {value: "0.5", unit: tCO2/MWh, evidence: grid}}]
                    - id: iron
                      name: pig iron
                      cn: "72011011"
                      produced: {value: "500", unit: t}
                      electricity: [{amount: {value: "1000", unit: MWh}, emissionFactor: {value: "0.5", unit: tCO2/MWh, evidence: grid}}]
                      precursors: [{of: sinter, amount: {value: "800", unit: t}}]
                    - id: steel
                      name: steel
                      cn: "72081000"
                      produced: {value: "400", unit: t}
                      precursors: [{of: iron, amount: {value: "500", unit: t}}]
                """;

        /** Steel counts direct emissions only, and all the same the electricity of the sinter in it. */
        @Test
        void indirectEmissionsOfAPrecursorOutsideAnnexII_countInGoodsThatCountDirectOnly() {
            CbamResult result =
                    result(HEAD + "  sources:\n    - " + GAS + ", byProduction: [sinter, iron, steel]}\n" + CHAIN);
            Quantity counted =
                    good(result, "steel").counted().minus(good(result, "steel").direct());
            is(counted, "0.1"); // 50 t of the sinter × 0.8, in 400 t
            is(good(result, "steel").indirect(), "1.35"); // with the 500 t of the blast furnace
            assertThat(good(result, "sinter").isDirectOnly()).isFalse();
        }

        @Test
        void electricityOfAPrecursorNotKnown_leavesItUnknownForAllThatUseIt() {
            String bought = """
                      purchased:
                        - {id: billet, cn: "7207", country: CN, default: true}
                    """;
            CbamResult result = result(gasAnd(", precursors: [{of: billet, amount: {value: \"1100\", unit: t}}]")
                            .replace("7207", "72071111")
                    + bought.replace("7207", "72071114"));
            assertThat(good(result, "S").electricity()).isNull();
            // 2692.8 / 1000 + 1.1 × 3.168... × 1.1, the mark-up once
            assertThat(good(result, "S").direct().amount().doubleValue()).isBetween(6.5, 6.75);
            assertThat(result.notices()).anyMatch(notice -> notice.en().contains("mark-up of the year once"));
        }

        @Test
        void purchasedSteel_mustSayWhatIndirectEmissionsCount() {
            String yaml = gasAnd(", precursors: [{of: billet, amount: {value: \"1100\", unit: t}}]") + """
                      purchased:
                        - id: billet
                          cn: "72071114"
                          country: CN
                          direct: {value: "1.9", unit: tCO2e/t, evidence: supplier}
                          indirect: {value: "0.2", unit: tCO2e/t, evidence: supplier}
                    """;
            assertThat(missing(yaml))
                    .extracting(Missing::path)
                    .containsExactly("installation/purchased/billet/countedIndirect");
        }

        @Test
        void scrap_isRefusedWithTheReason() {
            String yaml = gasAnd(", precursors: [{of: scrap, amount: {value: \"1100\", unit: t}}]")
                    + "  purchased: [{id: scrap, cn: \"72041000\", country: CN, exempted: scrap}]\n";
            assertThat(missing(yaml))
                    .extracting(each -> each.hint().en())
                    .containsExactly("scrap carries no embedded emissions: leave it out");
        }
    }

    @Test
    void everythingMissing_isToldAtOnce() {
        List<Missing> missing = missing(HEAD + """
                          sources:
                            - {source: gas, kind: combustion, item: naturel-gas, amount: {value: "1000", unit: t}, to: X}
                            - {source: meal, kind: process, amount: {value: "5", unit: MWh}, to: S}
                            - {source: slag, kind: burning, amount: {value: "5", unit: t}, to: S}
                          processes:
                            - id: S
                              name: steel
                              cn: "99990000"
                              produced: {value: "0", unit: t}
                              electricity: [{amount: {value: "5", unit: t}, emissionFactor: {value: "0.5", unit: t, evidence: x}}]
                        """);
        assertThat(missing)
                .extracting(Missing::path)
                .contains(
                        "installation/processes/S/cn",
                        "installation/processes/S/produced",
                        "installation/processes/S/electricity/imported 5 t/amount",
                        "installation/processes/S/electricity/imported 5 t/emissionFactor",
                        "installation/sources/gas/net-calorific-value",
                        "installation/sources/meal/amount",
                        "installation/sources/slag/kind");
        assertThat(missing).allSatisfy(each -> assertThat(each.hint().zh()).isNotBlank());
    }

    @Test
    void aSourceThatBelongsNowhere_isRefused() {
        assertThat(missing(HEAD + "  sources:\n    - " + GAS + ", shares: {S: \"0.5\", T: \"0.4\"}}\n"
                        + STEEL.formatted("")))
                .extracting(Missing::path)
                .containsExactly("installation/sources/gas/attribution/shares");
        assertThat(missing(HEAD + "  sources:\n    - " + GAS + ", shares: {S: \"0.5\", T: \"0.5\"}}\n"
                        + STEEL.formatted("")))
                .extracting(Missing::given)
                .containsExactly("T");
    }
}
