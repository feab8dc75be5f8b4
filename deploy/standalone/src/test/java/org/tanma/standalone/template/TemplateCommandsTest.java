// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs the commands on the files of docs/examples, and on files spoilt from them: what docs/templates.md shows works. */
class TemplateCommandsTest {
    private static final Path EXAMPLES = Path.of("..", "..", "docs", "examples");
    private static final Path KILN_TEMPLATE = EXAMPLES.resolve("templates/mineKiln/1.0.0.json");
    private static final Path KILNS = EXAMPLES.resolve("kilns.csv");

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
        TemplateCommands.addTo(root, words, Map.of());
        root.setOut(new PrintWriter(out));
        root.setErr(new PrintWriter(err, true));
        return root.execute(words);
    }

    private List<JsonNode> lines() {
        return out.toString().lines().map(JsonMapper.shared()::readTree).toList();
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    @Test
    void validate_table_namesEveryFaultOfEveryBadRow() {
        assertThat(run("validate", KILNS, "--template", KILN_TEMPLATE, "--lang", "zh"))
                .isEqualTo(1);
        assertThat(out.toString().lines())
                .containsExactly(
                        "第 3 行：额定功率 '15OkW' 不是数字（单位 kW 不必写；疑似字母 O；是否为 150？）。应为十进制数，单位 kW，0 至 20000。",
                        "第 3 行：燃料构成第 2 项的燃料 'rfd' 不在代码表中（是否为 rdf？）。应为以下代码之一：coal（煤）、rdf（垃圾衍生燃料）。",
                        "第 4 行：设备类型 'mill' 不在代码表中。应为以下代码之一：kiln（窑炉）。",
                        "第 4 行：筒体内径缺失。应为十进制数，单位 m，1 至 8。",
                        "3 条记录中有 2 条不符合 mineKiln@1.0.0。");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void validate_json_isOneObjectALine_withPathsAndRules() {
        assertThat(run("validate", KILNS, "--template", KILN_TEMPLATE, "--json", "--lang", "en"))
                .isEqualTo(1);
        List<JsonNode> lines = lines();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0).at("/violations/1/path").asString()).isEqualTo("fuelMix[1].fuel");
        assertThat(lines.get(2).get("bad").asInt()).isEqualTo(2);
    }

    @Test
    void validate_jsonLinesAndArray_readTheSame() throws Exception {
        String good =
                "{\"deviceName\":\"x\",\"deviceKind\":\"fan\",\"enterprise\":\"88.118.1/E\",\"ratedPowerKw\":450.50}";
        String named = "{\"handle\":\"88.118.1/F\",\"items\":{\"deviceName\":\"x\",\"deviceKind\":\"fan\"}}";
        Path lines = file("records.jsonl", good + "\n\n" + named + "\n{\n[1]\n");
        assertThat(run("validate", lines, "--template", "device@1.0.0", "--lang", "en"))
                .isEqualTo(1);
        assertThat(out.toString().lines())
                .hasSize(4)
                .satisfies(l -> assertThat(l.get(0)).startsWith("Row 3: Enterprise is missing"))
                .satisfies(l -> assertThat(l.get(1)).startsWith("Row 4: This is not JSON"))
                .satisfies(l -> assertThat(l.get(2)).startsWith("Row 5: This is not a JSON object"));
        Path array = file("records.json", "[" + good + "," + good + "]");
        assertThat(run("validate", array, "--template", "device", "--json")).isZero();
        assertThat(lines().get(0).get("records").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.csv | deviceName,colour | colour",
                "a.csv | deviceName,devicekinds | did you mean deviceKind",
                "a.csv | deviceName,Device name | same item deviceName",
                "a.csv | Rated power (MW) | should be in kW",
                "a.txt | x | ends in none of",
                "a.json | [{] | not JSON at record 1",
            })
    void validate_unusableFile_isMisuseAndSaysWhy(String name, String text, String reason) throws Exception {
        assertThat(run("validate", file(name, text), "--template", "device", "--lang", "en"))
                .isEqualTo(2);
        assertThat(err.toString()).contains(reason);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void validate_missingFileAndUnknownTemplate_areMisuse() {
        assertThat(run("validate", directory.resolve("none.csv"), "--template", "device", "--lang", "en"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("There is no file");
        assertThat(run("validate", KILNS, "--template", "devise", "--lang", "zh"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("是否为 device");
    }

    @Test
    void template_check_show_diff_preview_ofTheWorkedExtension() {
        assertThat(run("template", "check", KILN_TEMPLATE, "--lang", "en")).isZero();
        assertThat(out.toString()).contains("can be published: 22 items, 3 rules, extends device@1.1.0");
        assertThat(run("template", "show", KILN_TEMPLATE, "--lang", "en")).isZero();
        assertThat(out.toString()).contains("2001 deviceName* text").contains("4001 innerDiameterM* decimal m");
        assertThat(run("template", "diff", "device", KILN_TEMPLATE, "--lang", "en"))
                .isZero();
        assertThat(out.toString())
                .contains("! adds the required item innerDiameterM")
                .contains("This needs a major step.");
        assertThat(run(
                        "template",
                        "preview",
                        EXAMPLES.resolve("devices.csv"),
                        "--from",
                        "device",
                        "--to",
                        KILN_TEMPLATE,
                        "--json",
                        "--lang",
                        "en"))
                .isEqualTo(1);
        assertThat(lines().get(0).get("breaking").asInt()).isEqualTo(3);
    }

    @Test
    void template_showJson_isTheWholeDefinition_whichChecksAsItStands() throws Exception {
        assertThat(run("template", "show", KILN_TEMPLATE, "--json")).isZero();
        Path whole = file("whole.json", out.toString());
        assertThat(run("template", "diff", KILN_TEMPLATE, whole, "--lang", "en"))
                .isZero();
        assertThat(out.toString()).contains("No changes.");
    }

    @Test
    void template_diffOfVersions_refusesAStepThatIsTooSmall() throws Exception {
        String text = Files.readString(KILN_TEMPLATE);
        Path next = file(
                "next.json",
                text.replace("\"version\": \"1.0.0\"", "\"version\": \"1.0.1\"").replace("20000", "19000"));
        assertThat(run("template", "diff", KILN_TEMPLATE, next, "--lang", "en")).isEqualTo(1);
        assertThat(out.toString()).contains("it must be 2.0.0");
        Path loose = file("loose.json", text.replace("20000", "20000000"));
        assertThat(run("template", "check", loose, "--lang", "en")).isEqualTo(1);
        assertThat(out.toString()).contains("ratedPowerKw max: '10000000' → '20000000'");
        assertThat(run("template")).isEqualTo(2);
    }
}
