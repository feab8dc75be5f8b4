// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tanma.standalone.phrase.Phrases;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ConfigCommandTest {
    @TempDir
    private Path directory;

    private String out = "";
    private String err = "";

    @Command(name = "tanma")
    private static final class Root {}

    private int run(Map<String, String> environment, String... arguments) {
        CommandLine line = new CommandLine(new Root());
        ConfigCommand.addTo(line, arguments, environment);
        StringWriter results = new StringWriter();
        StringWriter notices = new StringWriter();
        line.setOut(new PrintWriter(results, true)).setErr(new PrintWriter(notices, true));
        int exit = line.execute(arguments);
        out = results.toString();
        err = notices.toString();
        return exit;
    }

    private String file(String text) throws Exception {
        return Files.writeString(directory.resolve("tanma.yaml"), text).toString();
    }

    @Test
    void page_isTheOneInTheDocumentation() throws Exception {
        assertThat(run(Map.of(), "config", "--markdown")).isZero();
        assertThat(Files.readAllLines(Path.of("..", "..", "docs", "configuration.md")))
                .as("write it by ./tanma config --markdown --lang en > docs/configuration.md")
                .isEqualTo(out.lines().toList());
    }

    @Test
    void template_isAFileThatChangesNothing_andSoAreItsDefaults() throws Exception {
        assertThat(run(Map.of(), "config", "--template")).isZero();
        String template = out;
        NodeSettings unchanged = settings(template);
        String active = template.lines()
                .filter(line -> line.matches("#[a-z]+:|#  [a-z-]+: .+"))
                .map(line -> line.startsWith("#  ") ? " " + line.substring(1) : line.substring(1))
                .reduce("", (all, line) -> all + line + "\n");

        assertThat(settings(active)).isEqualTo(unchanged).isEqualTo(settings(""));
        assertThat(active.lines()).hasSizeGreaterThan(40);
        Catalogue.load().knobs().forEach(knob -> assertThat(template).contains("#  " + knob.name() + ":"));
    }

    private NodeSettings settings(String text) throws Exception {
        Settings settings =
                new Settings(Catalogue.load(), Phrases.in(ConfigCommandTest.class.getPackageName(), Locale.ENGLISH));
        settings.read(Path.of(file(text)));
        return NodeSettings.of(settings, Map.of());
    }

    @Test
    void allFaults_areToldAtOnceByLine_inBothLanguages() throws Exception {
        String file = file("""
                node:
                  drain: 601
                  prefx: 88.118
                  prefix: [1]
                  http-port: "8000"
                  drain: 3
                peers:
                  slip: 010
                colour: red
                share:
                  redis: redis://me:word@192.0.2.1
                tls: yes
                """);

        assertThat(run(Map.of(), "config", "--config", file)).isEqualTo(1);
        assertThat(out).isEmpty();
        assertThat(err.lines().map(line -> line.replace("tanma: " + file, "")))
                .containsExactly(
                        ":2: node.drain is '601'; allowed: 0 to 600 s.",
                        ":3: there is no 'node.prefx'; allowed: data, sample-data, host, handle-port, http-port, web-port,"
                                + " public-url, prefix, site, drain.",
                        ":4: node.prefix is a list; allowed: numbers joined by dots, such as 88.118.",
                        ":5: node.http-port is a text in quotes; allowed: 0 to 65535.",
                        ":6: 'node.drain' is there twice; allowed: once.",
                        ":8: peers.slip is '010'; allowed: 1 to 1000.",
                        ":9: there is no 'colour'; allowed: "
                                + String.join(", ", Catalogue.load().sections()) + ".",
                        ":11: share.redis holds a password; allowed: an address without one, use TANMA_REDIS.",
                        ":12: section 'tls' is a single value; allowed: keys, each on a line of its own.");

        assertThat(run(Map.of("LANG", "zh_CN.UTF-8"), "config", "--config", file))
                .isEqualTo(1);
        assertThat(err)
                .contains("tanma.yaml:2: node.drain 是“601”；允许：0 至 600 s。")
                .doesNotContain("word");
    }

    @Test
    void whatIsNoYamlFile_isToldInOneSentence() throws Exception {
        assertThat(run(Map.of(), "config", "--config", file("a: [\n"))).isEqualTo(1);
        assertThat(err).contains("tanma.yaml:2: this is no YAML").hasLineCount(1);
        assertThat(run(Map.of(), "config", "--config", file("- a"))).isEqualTo(1);
        assertThat(err).contains("tanma.yaml:1: the file is no mapping").hasLineCount(1);
        assertThat(run(Map.of(), "config", "--config", directory.resolve("no").toString()))
                .isEqualTo(1);
        assertThat(err).contains("cannot be read").hasLineCount(1);
        Path octets = Files.write(directory.resolve("octets"), new byte[] {'a', ':', (byte) 0xff});
        assertThat(run(Map.of(), "config", "--config", octets.toString())).isEqualTo(1);
        assertThat(err).contains("no UTF-8").hasLineCount(1);
        String comment = "#".repeat(ConfigFile.MOST_OCTETS);
        assertThat(run(Map.of(), "config", "--config", file(comment))).isZero();
        assertThat(run(Map.of(), "config", "--config", file(comment + "#"))).isEqualTo(1);
        assertThat(err).contains("too long").hasLineCount(1);
        assertThat(run(Map.of(), "config", "--config", file("a: &a\n  b: *a\nnode: *a\n")))
                .isEqualTo(1);
    }

    @Test
    void json_holdsEveryKnob_withWhatAFileGives() throws Exception {
        String file = file("node:\n  drain: 5\n");
        assertThat(run(Map.of(), "config", "--json", "--config", file)).isZero();
        JsonNode knobs = new JsonMapper().readTree(out);
        assertThat(knobs).hasSameSizeAs(Catalogue.load().knobs());
        JsonNode drain = knobs.valueStream()
                .filter(knob -> knob.get("key").asString().equals("node.drain"))
                .findFirst()
                .orElseThrow();
        assertThat(drain.get("default").asInt()).isZero();
        assertThat(drain.get("most").asInt()).isEqualTo(600);
        assertThat(drain.get("value").asInt()).isEqualTo(5);
        assertThat(drain.get("from").asString()).isEqualTo(file + ":2: node.drain");

        assertThat(run(Map.of(), "config", "--json", "--template")).isEqualTo(2);
        assertThat(run(Map.of(), "config", "--lang", "zh")).isZero();
        assertThat(out).contains("node.drain: 默认 0 s; 允许：0 至 600 s  --drain");
    }

    @Test
    void options_goBeforeTheEnvironment_andThatBeforeTheFile() throws Exception {
        Catalogue catalogue = Catalogue.load();
        String text = "node:\n  drain: 5\n  data: here\nshare:\n  redis: redis://file\n"
                + "database:\n  user: file\n  password-file: word\n";
        Files.writeString(directory.resolve("word"), "of-file\n");
        Settings settings =
                new Settings(catalogue, Phrases.in(ConfigCommandTest.class.getPackageName(), Locale.ENGLISH));
        settings.read(Path.of(file(text)));
        settings.give(catalogue.find("node.drain").orElseThrow(), "6");

        NodeSettings plain = NodeSettings.of(settings, Map.of());
        assertThat(plain.drainSeconds()).isEqualTo(6);
        assertThat(plain.data()).isEqualTo(directory.resolve("here"));
        assertThat(plain.redis().map(Object::toString)).isEqualTo(Optional.of("redis://file"));
        assertThat(plain.database()).isEqualTo(new DatabaseSettings(Optional.empty(), "file", "of-file"));
        assertThat(plain.toString()).doesNotContain("of-file");

        Map<String, String> environment = Map.of(
                "TANMA_REDIS", "redis://variable", "TANMA_DATABASE_USER", "me", "TANMA_DATABASE_PASSWORD", "mine");
        NodeSettings surrounded = NodeSettings.of(settings, environment);
        assertThat(surrounded.redis().map(Object::toString)).isEqualTo(Optional.of("redis://variable"));
        assertThat(surrounded.database()).isEqualTo(new DatabaseSettings(Optional.empty(), "me", "mine"));

        settings.give(catalogue.find("share.redis").orElseThrow(), "redis://option");
        assertThat(NodeSettings.of(settings, environment).redis().map(Object::toString))
                .isEqualTo(Optional.of("redis://option"));
    }

    @Test
    void eachKnob_hasItsTextsInBothLanguages() {
        for (Locale language : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            Phrases phrases = Phrases.in(ConfigCommandTest.class.getPackageName(), language);
            for (Knob knob : Catalogue.load().knobs()) {
                assertThat(List.of(knob.why(phrases), knob.allowed(phrases), knob.defaultText(phrases)))
                        .allMatch(text -> !text.isBlank());
            }
        }
    }
}
