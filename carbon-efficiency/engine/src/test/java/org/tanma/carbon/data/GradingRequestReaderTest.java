// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tanma.carbon.grading.Grade;
import org.tanma.carbon.grading.NotGradable;
import org.tanma.carbon.inventory.Missing;

class GradingRequestReaderTest {
    private static final EngineCatalog CATALOG = EngineCatalog.readShipped();
    private static final GradingRequestReader READER = new GradingRequestReader(CATALOG.units());
    private static final String HEAD = """
            scheme: zhejiang-carbon-efficiency/2026
            industry: "0610"
            """;
    private static final String DEDUCTIONS = """
            deductions:
              zeroCarbonEnergy: {value: "0", unit: tCO2}
              sinks: {value: "0", unit: tCO2}
              captured: {value: "0", unit: tCO2}
              offsets: {value: "0", unit: tCO2}
            """;
    private static final String PEERS = """
            valueAdded: {value: "1000", unit: 万元}
            peers:
              industry: "0610"
              year: 2025
              source: test
              rows:
                - {subject: a, emission: {value: "1000", unit: tCO2}, valueAdded: {value: "1000", unit: CNY10k}}
                - {subject: b, emission: {value: "500", unit: tCO2}, valueAdded: {value: "500", unit: CNY10k}}
                - {subject: c, emission: {value: "0", unit: tCO2}, valueAdded: {value: "500", unit: CNY10k}}
            """;

    /** Heat alone, 10 000 GJ in January at 0.11 tCO2/GJ, nothing after. */
    private static String inventory() {
        StringBuilder yaml = new StringBuilder("""
                inventory:
                  subject: x
                  year: 2025
                  basis: {method: industry-energy/2015, gwpSet: gwp/ar5, geography: CN}
                  absentTerms: [fuel, electricity]
                  entries:
                """);
        for (int month = 1; month <= 12; month++) {
            yaml.append("    - {source: boiler, activity: heat, period: 2025-%02d, amount: {value: %d, unit: GJ}}%n"
                    .formatted(month, month == 1 ? 10_000 : 0));
        }
        return yaml.toString();
    }

    private static ParsedGrading parse(String yaml) {
        return READER.read("file", yaml.getBytes(StandardCharsets.UTF_8));
    }

    private static ParsedGrading.Read read(String yaml) {
        ParsedGrading parsed = parse(yaml);
        assertThat(parsed).isInstanceOf(ParsedGrading.Read.class);
        return (ParsedGrading.Read) parsed;
    }

    private static List<Missing> refused(String yaml) {
        ParsedGrading parsed = parse(yaml);
        assertThat(parsed).isInstanceOf(ParsedGrading.Refused.class);
        return ((ParsedGrading.Refused) parsed).missing();
    }

    @Test
    void read_wholeFile_isGraded() {
        ParsedGrading.Read read = read(HEAD + DEDUCTIONS + PEERS + inventory());
        assertThat(read.industry()).isEqualTo("0610");
        Grade grade = (Grade) CATALOG.gradingEngine()
                .grade(read.with(CATALOG.inventoryEngine().compute(read.inventory())));
        assertThat(grade.intensity()).hasToString("1.1 tCO2/CNY10k"); // 1100 t ÷ 1000 万元
        assertThat(grade.peerAverage()).hasToString("0.75 tCO2/CNY10k"); // 1500 ÷ 2000
        assertThat(grade.ratio()).isBetween(new BigDecimal("1.46"), new BigDecimal("1.47"));
        assertThat(grade.grade().rank()).isEqualTo(4);
    }

    @Test
    void read_withoutValueAddedAndPeers_isNotGradable_andSaysBoth() {
        ParsedGrading.Read read = read(HEAD + DEDUCTIONS + inventory());
        assertThat(CATALOG.gradingEngine()
                        .grade(read.with(CATALOG.inventoryEngine().compute(read.inventory()))))
                .isInstanceOfSatisfying(
                        NotGradable.class,
                        refused -> assertThat(refused.reasons())
                                .extracting(NotGradable.Refusal::reason)
                                .containsExactly(NotGradable.Reason.VALUE_ADDED, NotGradable.Reason.PEERS));
    }

    @Test
    void read_everyPartIsLookedAt() {
        List<Missing> missing = refused("""
                scheme: zhejiang
                industry: 6-10
                valueAdded: {value: "1", unit: 万元元}
                deductions: {sinks: {value: "-1", unit: tCO2}}
                peers:
                  industry: "0610"
                  year: 2025
                  source: test
                  rows:
                    - {subject: a, emission: {value: "1", unit: t}, valueAdded: {value: "1", unit: CNY}}
                    - {subject: a, emission: {value: "1", unit: tCO2}}
                inventory: {subject: x, year: 2025, entries: [{source: a}]}
                colour: red
                """);
        assertThat(missing)
                .extracting(Missing::path)
                .containsExactly(
                        "file",
                        "file",
                        "file/industry",
                        "file/valueAdded/unit",
                        "file/deductions",
                        "file/deductions",
                        "file/deductions",
                        "file/peers/rows/0",
                        "file/peers/rows/1",
                        "file/inventory/entries/0",
                        "file/inventory");
        assertThat(missing.get(0).given()).contains("unknown key 'colour'");
        assertThat(missing.get(2).given()).contains("'6-10' is no code of GB/T 4754");
        assertThat(missing.get(4).given()).contains("'zeroCarbonEnergy' is missing");
        assertThat(missing.get(7).given()).contains("must be CO2");
        assertThat(missing.get(8).given()).contains("'valueAdded' is missing");
    }

    @Test
    void read_deductionsOfTheWrongSort_orPeersTwice() {
        assertThat(refused(HEAD + DEDUCTIONS.replace("sinks: {value: \"0\"", "sinks: {value: \"-1\"") + inventory()))
                .singleElement()
                .satisfies(found -> assertThat(found.given()).contains("CO2 of 0 or more"));
        assertThat(refused(HEAD + DEDUCTIONS + PEERS.replace("subject: b", "subject: a") + inventory()))
                .singleElement()
                .satisfies(found -> assertThat(found.given()).contains("twice"));
        assertThat(refused(HEAD + inventory()))
                .singleElement()
                .satisfies(found -> assertThat(found.given()).contains("'deductions' is missing"));
    }

    @Test
    void read_notYaml_orNotARequest() {
        assertThat(refused("{")).hasSize(1);
        assertThat(refused("")).hasSize(1);
        assertThat(refused("a: 1")).hasSizeGreaterThan(3);
    }
}
