// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanma.carbon.inventory.CementYear.CATALOG;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.tanma.carbon.grading.PeerSet;
import org.tanma.carbon.grading.SizeClass;
import org.tanma.carbon.inventory.CementYear;
import org.tanma.carbon.inventory.InventoryRequest;
import org.tanma.carbon.inventory.Missing;
import org.tanma.carbon.inventory.SourceDetail;
import org.tanma.carbon.report.ResultDocument;

class CsvRequestTest {
    private static final Path EXAMPLES = Path.of("../../docs/examples");

    @Test
    void inventory_isTheSameRequestAsInYaml() throws IOException {
        assertThat(ResultDocument.of(inventory("cement-year.csv")))
                .isEqualTo(ResultDocument.of(inventory("cement-year.yaml")));
    }

    @Test
    void grade_isTheSameRequestAsInYaml() throws IOException {
        ParsedGrading.Read csv = grade("grade.csv");
        ParsedGrading.Read yaml = grade("grade.yaml");
        assertThat(csv).usingRecursiveComparison().ignoringFields("inventory").isEqualTo(yaml);
        assertThat(ResultDocument.of(csv.inventory())).isEqualTo(ResultDocument.of(yaml.inventory()));
    }

    @Test
    void measuredValue_belongsToItsEntry() {
        InventoryRequest request = ((ParsedRequest.Read) read("""
                        what,name,activity,period,parameter,value,unit,evidence
                        subject,,,,,a,,
                        year,,,,,2026,,
                        method,,,,,cbam-2025-2547/2025,,
                        gwpSet,,,,,gwp/ar5,,
                        geography,,,,,WORLD,,
                        measured,coal,combustion/coal,2026,net-calorific-value,25,GJ/t,cell H18
                        entry,coal,combustion/coal,2026,,88000,t,
                        """)).request();
        assertThat(request.entries().get(0).measured()).hasSize(1);
        assertThat(request.basis().geography()).isEqualTo("WORLD");
    }

    @Test
    void whatIsKnownOfSourcesAndPeers_isReadToo() {
        String csv = """
                what,name,activity,period,parameter,value,unit
                scheme,,,,,zhejiang-carbon-efficiency/2026,
                industry,,,,,3670,
                region,,,,,330522,
                size,,,,,medium,
                energy,,,,,1000,GJ
                deduction,zeroCarbonEnergy,,,,0,tCO2
                deduction,sinks,,,,0,tCO2
                deduction,captured,,,,0,tCO2
                deduction,offsets,,,,0,tCO2
                peersIndustry,,,,,3670,
                peersYear,,,,,2025,
                peersSource,,,,,test,
                peersRegion,,,,,33,
                peersSize,,,,,medium,
                peerEmission,A,,,,1,tCO2
                peerValueAdded,A,,,,1,CNY10k
                subject,,,,,a,
                year,,,,,2025,
                method,,,,,industry-energy/2015,
                gwpSet,,,,,gwp/ar5,
                geography,,,,,330522,
                source,grid,,,site,works 1,
                source,grid,,,uncertaintyPercent,1.5,
                entry,grid,electricity,2025-01,,5,MWh
                """;
        ParsedGrading.Read read = (ParsedGrading.Read)
                new GradingRequestReader(CATALOG.units()).read("x.csv", csv.getBytes(StandardCharsets.UTF_8));
        assertThat(read.region()).isEqualTo("330522");
        assertThat(read.size()).isEqualTo(SizeClass.MEDIUM);
        assertThat(read.energy()).isEqualTo(CementYear.quantity("1000", "GJ"));
        assertThat(read.peers())
                .isEqualTo(new PeerSet(
                        "3670",
                        2025,
                        "test",
                        List.of(new PeerSet.PeerRow(
                                "A", CementYear.quantity("1", "tCO2"), CementYear.quantity("1", "CNY10k"))),
                        "33",
                        SizeClass.MEDIUM));
        assertThat(read.inventory().details())
                .containsEntry("grid", new SourceDetail("works 1", null, null, new BigDecimal("1.5"), null));
    }

    @Test
    void faults_areToldAllAtOnce_withTheirLines() {
        List<Missing> faults = refused("""
                what,name,activity,period,parameter,value,unit
                subject,,,,,a,
                subject,,,,,b,
                colour,,,,,green,
                scheme,,,,,zhejiang-carbon-efficiency/2026,
                entry,kiln,fuel/coke,2025-01,,12,
                measured,kiln,fuel/coke,2025-02,net-calorific-value,25,GJ/t
                """);
        assertThat(faults)
                .extracting(Missing::path)
                .containsExactly(
                        "request.csv line 3",
                        "request.csv line 4",
                        "request.csv line 5",
                        "request.csv line 6",
                        "request.csv line 7");
        assertThat(faults.get(0).given()).isEqualTo("'subject' is given twice");
        assertThat(faults.get(1).given()).contains("'colour' is not one of subject, year");
        assertThat(faults.get(2).given()).contains("belongs in a file for tanma grade");
        assertThat(faults.get(3).given()).isEqualTo("'unit' is empty");
    }

    @Test
    void unknownColumn_isNamedWithThoseThereAre() {
        assertThat(refused("what,value,colour\nsubject,a,b\n"))
                .singleElement()
                .satisfies(
                        fault -> assertThat(fault.given()).contains("what,name,activity", "given: what,value,colour"));
        assertThat(refused("")).hasSize(1);
        assertThat(refused("what,value\n")).hasSize(1);
    }

    @Test
    void lines_areKnownByTheReadersNamesAndTheEngines() throws IOException {
        RequestLines csv = lines("cement-year.csv");
        assertThat(csv.lineOf("cement-year.csv/entries/0/amount/unit")).hasValue(18);
        assertThat(csv.lineOf("entries/kiln/fuel/bituminous-coal/2025-02/net-calorific-value"))
                .hasValue(19);
        RequestLines yaml = lines("cement-year.yaml");
        int line = yaml.lineOf("cement-year.yaml/entries/0/amount").orElseThrow();
        assertThat(Files.readAllLines(EXAMPLES.resolve("cement-year.yaml")).get(line - 1))
                .contains("fuel/bituminous-coal", "2025-01");
        assertThat(yaml.lineOf("entries/kiln/fuel/bituminous-coal/2025-01")).hasValue(line);
        assertThat(yaml.lineOf("terms/heat")).isEqualTo(OptionalInt.empty());
        assertThat(lines("grade.csv").lineOf("grade.csv/deductions/sinks")).hasValue(6);
        assertThat(lines("grade.yaml").lineOf("grade.yaml/deductions/sinks")).isPresent();
    }

    @Property(tries = 300)
    void anyText_isReadOrRefused(@ForAll String text) {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        new InventoryRequestReader(CATALOG.units()).read("x.csv", octets);
        new GradingRequestReader(CATALOG.units()).read("x.csv", octets);
        RequestLines.of("x.csv", octets);
        RequestLines.of("x.yaml", octets);
    }

    private static InventoryRequest inventory(String example) throws IOException {
        byte[] octets = Files.readAllBytes(EXAMPLES.resolve(example));
        return ((ParsedRequest.Read) new InventoryRequestReader(CATALOG.units()).read(example, octets)).request();
    }

    private static ParsedGrading.Read grade(String example) throws IOException {
        byte[] octets = Files.readAllBytes(EXAMPLES.resolve(example));
        return (ParsedGrading.Read) new GradingRequestReader(CATALOG.units()).read(example, octets);
    }

    private static RequestLines lines(String example) throws IOException {
        return RequestLines.of(example, Files.readAllBytes(EXAMPLES.resolve(example)));
    }

    private static ParsedRequest read(String csv) {
        return new InventoryRequestReader(CATALOG.units()).read("request.csv", csv.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Missing> refused(String csv) {
        return ((ParsedRequest.Refused) read(csv)).missing();
    }
}
