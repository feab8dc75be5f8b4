// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs {@code assess}, {@code year-on-year} and {@code what-if} on the files of docs/examples. */
class AssessmentCommandsTest {
    private static final Path EXAMPLES = Path.of("..", "..", "docs", "examples");
    private static final Path CEMENT = EXAMPLES.resolve("cement-year.yaml");
    private static final Path GRADE = EXAMPLES.resolve("grade.yaml");
    private static final Path CHANGES = EXAMPLES.resolve("changes.yaml");

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

    private JsonNode json() {
        return new JsonMapper().readTree(out.toString());
    }

    @Test
    void assess_showsEveryPart_andTheSameSeedGivesTheSameDocument() {
        assertThat(run("assess", CEMENT, "--seed", 1)).isZero();
        assertThat(out.toString())
                .contains("Completeness: 100.00 %")
                .contains("Quality of data: ")
                .contains("Uncertainty by propagation of error")
                .contains("Uncertainty by simulation, 10000 samples, seed 1");
        assertThat(run("assess", CEMENT, "--seed", 1, "--json")).isZero();
        String first = out.toString();
        assertThat(run("assess", CEMENT, "--seed", 1, "--json")).isZero();
        assertThat(out.toString()).isEqualTo(first);
        assertThat(json().get("simulation").get("draws").asInt()).isEqualTo(10_000);
    }

    @Test
    void assess_describedSources_areGrouped_andChinese() throws IOException {
        Path described = spoilt(
                CEMENT,
                "subject: cement-line",
                "sources: {kiln: {site: 北厂, dataQuality: metered}}\nsubject: cement-line");
        assertThat(run("assess", described, "--lang", "zh")).isZero();
        assertThat(out.toString())
                .contains("按厂区：")
                .contains("北厂：")
                .contains("未知：")
                .doesNotContain("按设备");
    }

    @Test
    void assess_ofAHole_saysHowComplete_andWhatIsMissing() throws IOException {
        Path hole = spoilt(CEMENT, "absentTerms: [alternative-fuel, ", "absentTerms: [");
        assertThat(run("assess", hole)).isOne();
        assertThat(out.toString()).contains("Completeness: 87.50 %").contains("not answered: alternative-fuel");
        assertThat(run("assess", CEMENT, "--draws", 5)).isEqualTo(2);
        assertThat(err.toString()).contains("allowed: 100 to 1000000");
    }

    @Test
    void yearOnYear_ofAnIncrease_namesItsCause() throws IOException {
        Path more = spoilt(CEMENT, "value: \"480\", unit: 万千瓦时", "value: \"580\", unit: 万千瓦时");
        assertThat(run("year-on-year", CEMENT, more)).isZero();
        assertThat(out.toString()).contains("change +497.4 tCO2e").contains("by amount +497.4 tCO2e");
        assertThat(run("year-on-year", CEMENT, more, "--json")).isZero();
        assertThat(json().get("byActivity").get("value").asString()).startsWith("497.4");
        assertThat(run("year-on-year", CEMENT, directory.resolve("none.yaml"))).isEqualTo(2);
        assertThat(err.toString()).contains("none.yaml");
    }

    @Test
    void whatIf_ofARequestForAGrade_hasBothGrades() throws IOException {
        Path changes = Files.writeString(
                directory.resolve("changes.yaml"), "changes: [{greenPower: {share: '0.3', from: bought}}]");
        assertThat(run("what-if", GRADE, changes)).isZero();
        assertThat(out.toString())
                .contains("Grade now: ")
                .contains("Grade then: ")
                .contains("Green power bought, not counted by average grid factors: ");
        assertThat(run("what-if", CEMENT, CHANGES, "--json")).isZero();
        assertThat(json().get("kind").asString()).isEqualTo("what-if");
        assertThat(json().has("gradeBefore")).isFalse();
        assertThat(json().get("changes").size()).isEqualTo(2);
    }

    @Test
    void whatIf_thatCannotBe_saysWhy() throws IOException {
        Path wrong = Files.writeString(
                directory.resolve("changes.yaml"),
                "changes: [{amount: {source: klin, activity: clinker, times: '2'}}]");
        assertThat(run("what-if", CEMENT, wrong)).isOne();
        assertThat(err.toString()).contains("changes/0").contains("kiln clinker");
        assertThat(run("what-if", CEMENT, spoilt(CHANGES, "share: \"0.3\"", "share: \"3\"")))
                .isEqualTo(2);
        assertThat(err.toString()).contains("above 0 and at most 1");
    }
}
