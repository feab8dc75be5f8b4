// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs the commands on the files of docs/examples, and on files spoilt from them. */
class VerifierCommandsTest {
    private static final Path EXAMPLES = Path.of("..", "..", "docs", "examples");
    private static final Path CBAM = EXAMPLES.resolve("cbam-cement.yaml");
    private static final Path CEMENT = EXAMPLES.resolve("cement-year.yaml");
    private static final Path GRADE = EXAMPLES.resolve("grade.yaml");

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(Object... arguments) {
        String[] words = new String[arguments.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = arguments[i].toString();
        }
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        CommandLine root = new CommandLine(CommandSpec.create().name("tanma"));
        VerifierCommands.addTo(root, words, Map.of());
        root.setOut(new PrintWriter(out));
        root.setErr(new PrintWriter(err, true));
        return root.execute(words);
    }

    private Path spoilt(Path example, String from, String to) throws IOException {
        String text = Files.readString(example);
        assertThat(text).contains(from);
        return Files.writeString(directory.resolve("spoilt.yaml"), text.replace(from, to));
    }

    @Test
    void inventory_ofTheCommissionsExample_hasItsFigures() {
        assertThat(run("inventory", CBAM)).isZero();
        assertThat(out.toString())
                .contains("Total: 1198799.10658 tCO2e")
                .contains("scope 1, direct: 1037310 tCO2e")
                .contains("scope 2, purchased energy: 161489.106579 tCO2e")
                .contains("household-waste, combustion source stream: household waste")
                .contains("direct: 0.7852147410358565")
                .contains("indirect: 0.12224274999999999")
                .contains("total: 0.90745749103585655")
                .contains("embedded emissions of precursors")
                .contains("Digest of the result: sha256:")
                .doesNotContain("Every step");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void inventory_json_isTheDocumentThatTheDigestIsOf() throws Exception {
        assertThat(run("inventory", CBAM, "--json")).isZero();
        String json = out.toString();
        JsonNode intensity = new JsonMapper().readTree(json).get("intensity");
        assertThat(intensity.get("direct").get("value").asString()).startsWith("0.7852147410358565");
        assertThat(intensity.get("direct").get("value").asString()).hasSizeGreaterThan(30);
        byte[] octets = json.getBytes(StandardCharsets.UTF_8);
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(octets));
        assertThat(run("inventory", CBAM)).isZero();
        assertThat(out.toString()).contains("sha256:" + digest);
    }

    @Test
    void inventory_ofTheCementYear_isWhatItsCommentsSay() {
        assertThat(run("inventory", CEMENT, "--trace")).isZero();
        assertThat(out.toString())
                .contains("Total: 872784.958856 tCO2e")
                .contains("emit 202662.238856 tCO2e, 23.22 %")
                .contains("emit 611204 tCO2e")
                .contains("emit 12760 tCO2e")
                .contains("emit 46158.72 tCO2e")
                .contains("total: 0.7524008266")
                .contains("- bypass-dust");
    }

    @Test
    void inventory_trace_leadsToReadingsFactorsAndSources() {
        run("inventory", CEMENT, "--trace");
        assertThat(out.toString().lines().map(String::strip))
                .contains("2025-01: 10482.529596 tCO2 = AD × NCV × CC × OF × 44/12")
                .contains("AD = 6000 t  activity data; reading of kiln, 2025-01")
                .contains("AD = 480 10^4kWh  activity data; reading of grid, 2025-01, meter M-17")
                .contains("FR1 = 66 %  CaO content of clinker; measured for clinker: laboratory (constructed)")
                .anyMatch(line -> line.startsWith("EF = 0.4974 kgCO2/kWh  emission factor; factor grid-co2/mee-2023"
                        + " cn-33.grid-electricity for CN-33: 生态环境部 公告2025年第47号, Table 3, p. 3-4"))
                .anyMatch(line -> line.startsWith("44/12 = 3.66") && line.contains("fixed by cement-ndrc/2013"));
    }

    @Test
    void inventory_speaksChinese() {
        assertThat(run("inventory", CEMENT, "--lang", "zh", "--trace")).isZero();
        assertThat(out.toString())
                .contains("总量：872784.958856 tCO2e")
                .contains("购入电力")
                .contains("的读数，计量器具 M-17");
        assertThat(run("inventory", CEMENT, "--lang", "fr")).isEqualTo(2);
        assertThat(err.toString()).contains("'fr' is not spoken; allowed: zh, en");
    }

    @Test
    void inventory_missingMonth_isNamed_andGivesNoFigure() throws IOException {
        String month =
                "  - {source: kiln, activity: clinker, period: \"2025-03\", amount: {value: \"100000\", unit: t}}\n";
        Path file = spoilt(CEMENT, month, "");
        assertThat(run("inventory", file)).isEqualTo(1);
        assertThat(out.toString().lines().map(String::strip))
                .containsExactly(
                        "No inventory. What is missing or wrong: 1",
                        "entries/kiln/clinker/2025-03: no reading for this month",
                        "given: nothing",
                        "hint: report the month; if nothing happened, report 0");
        assertThat(run("inventory", file, "--json")).isEqualTo(1);
        assertThat(new JsonMapper().readTree(out.toString()).get("kind").asString())
                .isEqualTo("incomplete");
    }

    @Test
    void inventory_unknownMethod_namesThoseThereAre() throws IOException {
        assertThat(run("inventory", spoilt(CEMENT, "cement-ndrc/2013", "cement-ndrc/2099")))
                .isEqualTo(1);
        assertThat(out.toString())
                .contains("basis/method: unknown method")
                .contains("given: cement-ndrc/2099")
                .contains("allowed: aluminium-ets/2024, ", "cement-ndrc/2013");
    }

    @Test
    void inventory_wrongUnits_areAllNamed() throws IOException {
        assertThat(run("inventory", spoilt(CEMENT, "unit: 万千瓦时", "unit: kW"))).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString())
                .contains("Faults: 12")
                .contains("entries/36/amount/unit: unknown unit")
                .contains("entries/47/amount/unit: unknown unit")
                .contains("given: kW")
                .contains("did you mean");
        assertThat(run("inventory", spoilt(CEMENT, "unit: 万千瓦时", "unit: GJ/t"))).isEqualTo(1);
        assertThat(out.toString())
                .contains("entries/grid/electricity/2025-01/amount")
                .contains("given: 480 GJ/t");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "- 1", "{", "a: [1\nb: \"x", "\u0000\u0001", "%PDF-1.7"})
    void notARequest_isExitTwo(String text) throws IOException {
        Path file = Files.writeString(directory.resolve("odd.yaml"), text);
        for (String command : new String[] {"inventory", "grade"}) {
            assertThat(run(command, file)).isEqualTo(2);
            assertThat(err.toString()).contains("is not a request that can be computed. Faults: 1");
            assertThat(out.toString()).isEmpty();
            assertThat(run(command, file, "--json")).isEqualTo(2);
            assertThat(new JsonMapper().readTree(out.toString()).get("missing")).hasSize(1);
        }
    }

    @Test
    void anInventoryFile_isNoGradingFile_andEveryFaultIsNamed() {
        assertThat(run("grade", CEMENT)).isEqualTo(2);
        assertThat(err.toString())
                .contains("Faults: 5")
                .contains("fault: unknown key 'subject', 'year', 'basis', 'entries'")
                .contains("fault: 'scheme' is missing")
                .contains("fault: 'industry' is missing")
                .contains("fault: 'deductions' is missing")
                .contains("fault: 'inventory' is missing");
    }

    @Test
    void noFile_orADirectory_isExitTwo() {
        assertThat(run("inventory", directory)).isEqualTo(2);
        assertThat(err.toString()).contains("is a directory");
        assertThat(run("grade", directory.resolve("none.yaml"))).isEqualTo(2);
        assertThat(err.toString()).contains("There is no file");
        assertThat(run("grade")).isEqualTo(2);
    }

    @Test
    void control_charactersOfAFile_doNotSteerTheTerminal() throws IOException {
        assertThat(run("inventory", spoilt(CBAM, "subject: cement-bubble", "subject: \"\\e[2J\"")))
                .isZero();
        assertThat(out.toString()).contains("\\u001b[2J").doesNotContain("\u001b");
    }

    @Test
    void grade_isWhatItsCommentsSay() {
        assertThat(run("grade", GRADE)).isZero();
        assertThat(out.toString())
                .contains("Counted: 8608.8 tCO2 (energy-co2)")
                .contains("after deductions: 8000 tCO2")
                .contains("L = 0.8 tCO2/CNY10k: level 2, medium carbon")
                .contains("  * 2  medium carbon  up to 2, the bound included")
                .contains("Average of the peers: 1.25 tCO2/CNY10k (3 of industry 3670, 2025;")
                .contains("K = 0.64: grade 2")
                .contains("  * 2  grade 2  up to 0.8, the bound included")
                .contains("    5  grade 5  above 2")
                .contains("To the next better grade: 500 tCO2 less")
                .contains("To the next better level: 2000 tCO2 less")
                .contains("capture: 7.07 %");
        assertThat(run("grade", GRADE, "--json")).isZero();
        JsonNode grade = new JsonMapper().readTree(out.toString());
        assertThat(grade.get("kind").asString()).isEqualTo("grade");
        assertThat(grade.get("ratio").asString()).isEqualTo("0.64");
    }

    @Test
    void grade_ofTheBest_hasNothingAboveIt() throws IOException {
        assertThat(run(
                        "grade",
                        spoilt(
                                GRADE,
                                "valueAdded: {value: \"10000\", unit: 万元}\n#",
                                "valueAdded: {value: \"10\", unit: 亿元}\n#")))
                .isZero();
        assertThat(out.toString())
                .contains("L = 0.08 tCO2/CNY10k: level 1, low carbon")
                .contains("K = 0.064: grade 1")
                .contains("There is no better grade.")
                .contains("There is no better level.");
    }

    @Test
    void grade_refused_saysEveryReason() throws IOException {
        String text = Files.readString(GRADE)
                .replace("valueAdded: {value: \"10000\", unit: 万元}\n#", "valueAdded: {value: \"0\", unit: 万元}\n#")
                .replace("industry: \"3670\"\n", "industry: \"3011\"\n")
                .replace(
                        "  - {source: steam, activity: heat, period: \"2025-12\", amount: {value: \"2000\", unit: GJ}}\n",
                        "");
        Path file = Files.writeString(directory.resolve("refused.yaml"), text);
        assertThat(run("grade", file)).isEqualTo(1);
        assertThat(out.toString())
                .contains("Not gradable. Reasons: 3")
                .contains("the inventory is incomplete")
                .contains("value added is missing or not above zero")
                .contains("given: 0 CNY10k")
                .contains("the peers are of another industry")
                .contains("entries/steam/heat/2025-12: no reading for this month");
        assertThat(run("grade", file, "--json")).isEqualTo(1);
        assertThat(new JsonMapper().readTree(out.toString()).get("reasons")).hasSize(3);
        assertThat(err.toString()).contains("entries/steam/heat/2025-12");
    }

    @ParameterizedTest
    @ValueSource(strings = {"inventory", "grade"})
    void help_endsWithAnExampleThatWorks(String command) {
        assertThat(run(command, "--help")).isZero();
        String example = out.toString()
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("./tanma "))
                .findFirst()
                .orElseThrow();
        String[] words =
                example.replace("./tanma ", "").replace("docs/", "../../docs/").split(" ");
        assertThat(words[0]).isEqualTo(command);
        assertThat(run((Object[]) words)).isZero();
    }

    @Test
    void csv_givesTheSameResultAsYaml() {
        assertThat(run("inventory", CEMENT, "--json")).isZero();
        String yaml = out.toString();
        assertThat(run("inventory", EXAMPLES.resolve("cement-year.csv"), "--json"))
                .isZero();
        assertThat(out.toString()).isEqualTo(yaml);
        assertThat(run("grade", GRADE, "--json")).isZero();
        String grade = out.toString();
        assertThat(run("grade", EXAMPLES.resolve("grade.csv"), "--json")).isZero();
        assertThat(out.toString()).isEqualTo(grade);
    }

    @Test
    void fault_namesItsLine() throws IOException {
        run(
                "inventory",
                spoilt(
                        CEMENT,
                        "period: \"2025-03\", amount: {value: \"10000\", unit: t}",
                        "period: \"2025-03\", amount: {value: \"10000\", unit: tt}"));
        assertThat(err.toString()).contains("entries/2/amount/unit: unknown unit (line 22)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"inventory", "grade"})
    void replay_ofAResult_isTheSame(String command) throws IOException {
        run(command, command.equals("grade") ? GRADE : CEMENT, "--json");
        Path result = Files.writeString(directory.resolve("result.json"), out.toString());
        assertThat(run("replay", result)).isZero();
        assertThat(out.toString()).startsWith("The same, byte for byte: sha256:");
        assertThat(run("replay", result, "--json")).isZero();
        assertThat(out.toString()).startsWith("{\"agrees\":true,");
    }

    @ParameterizedTest
    @CsvSource({
        "grade, grade-physical.yaml, By its energy",
        "grade, zero-carbon-park.yaml, Verdict: ",
        "inventory, cbam-screws-and-nuts.yaml, sha256:",
        "inventory, aluminium.yaml, sha256:"
    })
    void everySortOfResult_isPrintedAndReplayed(String command, String example, String line) throws IOException {
        run(command, EXAMPLES.resolve(example));
        assertThat(err.toString()).isEmpty();
        assertThat(out.toString()).contains(line);
        run(command, EXAMPLES.resolve(example), "--json");
        Path result = Files.writeString(directory.resolve("result.json"), out.toString());
        assertThat(run("replay", result)).as(out.toString()).isZero();
    }

    @Test
    void replay_ofAnotherFigure_namesIt() throws IOException {
        run("inventory", CEMENT, "--json");
        Path result = Files.writeString(
                directory.resolve("result.json"),
                out.toString()
                        .replace(
                                "\"scope2\":{\"unit\":\"tCO2e\",\"value\":\"46158.72\"",
                                "\"scope2\":{\"unit\":\"tCO2e\",\"value\":\"46158.73\""));
        assertThat(run("replay", result)).isEqualTo(1);
        assertThat(out.toString()).contains("/totals/scope2/value: given 46158.73, computed 46158.72");
        assertThat(run("replay", CEMENT)).isEqualTo(2);
        assertThat(err.toString()).contains("not JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pdf", "xlsx", "json"})
    void report_isWrittenAsItsNameSays(String form) throws IOException {
        Path report = directory.resolve("report." + form);
        assertThat(run("grade", GRADE, "--report", report)).isZero();
        assertThat(err.toString()).contains("Report written: ");
        String begin = new String(Files.readAllBytes(report), StandardCharsets.ISO_8859_1).substring(0, 4);
        assertThat(begin)
                .isEqualTo(Map.of("pdf", "%PDF", "xlsx", "PK\u0003\u0004", "json", "{\"gr")
                        .getOrDefault(form, ""));
        assertThat(run("inventory", CEMENT, "--report", directory.resolve("report.docx")))
                .isEqualTo(2);
        assertThat(err.toString()).contains(".pdf, .xlsx or .json");
    }
}
