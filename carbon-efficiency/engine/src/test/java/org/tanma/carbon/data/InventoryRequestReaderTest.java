// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tanma.carbon.inventory.Missing;

class InventoryRequestReaderTest {
    private static final InventoryRequestReader READER =
            new InventoryRequestReader(EngineCatalog.readShipped().units());
    private static final String HEAD = """
            subject: x
            year: 2025
            basis: {method: cement-ndrc/2013, gwpSet: gwp/ar5, geography: CN}
            """;

    private static List<Missing> refused(String yaml) {
        ParsedRequest parsed = READER.read("file", yaml.getBytes(StandardCharsets.UTF_8));
        assertThat(parsed).isInstanceOf(ParsedRequest.Refused.class);
        return ((ParsedRequest.Refused) parsed).missing();
    }

    @Test
    void read_everyBadEntryIsNamed_notOnlyTheFirst() {
        List<Missing> missing = refused(HEAD + """
                entries:
                  - {source: a, activity: electricity, period: 2025-01, amount: {value: "1", unit: MWH}}
                  - {source: a, activity: electricity, period: 2025-13, amount: {value: "1", unit: MWh}}
                  - {source: a, activity: electricity, period: 2025-03, amount: {value: "15OkW", unit: MWh}}
                  - {source: a, activity: ELECTRICITY, period: 2025-04, amount: {value: "1", unit: MWh}}
                  - {source: a, activity: electricity, period: 2025-05, amount: {value: 1.5, unit: MWh}}
                  - {source: a, activity: electricity, period: 2025-06, amount: {value: "1", unit: MWh}, colour: red}
                  - {source: a, activity: fuel/coke, period: 2025-06, amount: {value: "1", unit: t}, measured: {ncv: {value: "1", unit: GJ/t, evidence: x}}}
                """);
        assertThat(missing)
                .extracting(Missing::path)
                .containsExactly(
                        "file/entries/0/amount/unit",
                        "file/entries/1",
                        "file/entries/2/amount/value",
                        "file/entries/3",
                        "file/entries/4/amount",
                        "file/entries/5",
                        "file/entries/6/measured/ncv");
        assertThat(missing.get(0).hint().en()).contains("did you mean MWh");
        assertThat(missing.get(2).given()).isEqualTo("'15OkW' is not a decimal such as 12.5");
        assertThat(missing.get(4).given()).contains("must be text in quotes");
        assertThat(missing.get(5).given()).contains("unknown key 'colour'");
        assertThat(missing.get(6).given()).contains("net-calorific-value");
    }

    @Test
    void read_notYaml_orNotARequest() {
        assertThat(refused("{")).hasSize(1);
        assertThat(refused("- 1")).hasSize(1);
        assertThat(refused("")).hasSize(1);
        assertThat(refused("subject: x\ncolour: red\nsize: 1"))
                .extracting(Missing::given)
                .containsExactly(
                        "unknown key 'colour', 'size'; allowed: subject, year, basis, entries, parameters, absentTerms, activityLevel, sources",
                        "'basis' is missing",
                        "'year' must be a whole number");
    }

    @Test
    void read_aKeyGivenTwice_isNoRequest() {
        assertThat(refused(HEAD + "subject: y"))
                .singleElement()
                .satisfies(found -> assertThat(found.given()).contains("subject"));
    }

    @Test
    void read_leadingZeros_areNoOctalNumbers() {
        ParsedRequest parsed =
                READER.read("file", (HEAD + "activityLevel: {value: 010, unit: t}").getBytes(StandardCharsets.UTF_8));
        assertThat(parsed)
                .isInstanceOfSatisfying(
                        ParsedRequest.Read.class,
                        read -> assertThat(read.request().activityLevel()).hasToString("10 t"));
    }

    @Test
    void read_otherEncodings_areNamed_andAByteOrderMarkIsPassedOver() {
        ParsedRequest latin = READER.read("file", (HEAD + "# é").getBytes(StandardCharsets.ISO_8859_1));
        assertThat(((ParsedRequest.Refused) latin).missing())
                .singleElement()
                .satisfies(found -> assertThat(found.given()).isEqualTo("is not text in UTF-8"));
        assertThat(READER.read("file", ("\uFEFF" + HEAD).getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(ParsedRequest.Read.class);
        assertThat(refused("a: [1\nb: \"x").get(0).given())
                .startsWith("is not YAML: while parsing")
                .doesNotContain("\n");
    }

    @Test
    void read_smallestRequest() {
        ParsedRequest parsed = READER.read("file", HEAD.getBytes(StandardCharsets.UTF_8));
        assertThat(parsed)
                .isInstanceOfSatisfying(
                        ParsedRequest.Read.class,
                        read -> assertThat(read.request().entries()).isEmpty());
    }
}
