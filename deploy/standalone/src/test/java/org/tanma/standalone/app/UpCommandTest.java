// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tanma.standalone.config.Catalogue;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What {@code up} refuses before it starts anything. */
class UpCommandTest {
    @TempDir
    private Path directory;

    private String out = "";
    private String err = "";

    @Command(name = "tanma")
    private static final class Root {}

    private int run(String... arguments) {
        CommandLine line = new CommandLine(new Root());
        UpCommand.addTo(line, arguments);
        StringWriter results = new StringWriter();
        StringWriter notices = new StringWriter();
        line.setOut(new PrintWriter(results, true)).setErr(new PrintWriter(notices, true));
        int exit = line.execute(arguments);
        out = results.toString();
        err = notices.toString();
        return exit;
    }

    @Test
    void faultsOfFileAndOptions_areToldTogether() throws Exception {
        Path file = Files.writeString(directory.resolve("tanma.yaml"), "node:\n  web-port: 65536\n");
        assertThat(run("up", "--lang", "en", "--config", file.toString(), "--drain", "601", "--empty"))
                .isEqualTo(1);
        assertThat(err)
                .isEqualTo(String.format(
                        "tanma: %s:2: node.web-port is '65536'; allowed: 0 to 65535.%n"
                                + "tanma: --drain is '601'; allowed: 0 to 600 s.%n",
                        file));
        assertThat(run("up", "--lang", "zh", "--drain", "x")).isEqualTo(1);
        assertThat(err.strip()).isEqualTo("tanma: --drain 是“x”；允许：0 至 600 s。");
    }

    @Test
    void option_goesBeforeTheFile() throws Exception {
        Path taken = Files.writeString(directory.resolve("taken"), "");
        Path file = Files.writeString(directory.resolve("tanma.yaml"), "node:\n  data: nowhere\n");
        assertThat(run(
                        "up",
                        "--config",
                        file.toString(),
                        "--data",
                        taken.resolve("data").toString()))
                .isEqualTo(1);
        assertThat(err).contains("The data directory " + taken.resolve("data"));
    }

    @Test
    void help_hasEveryOptionOfTheCatalogue() {
        assertThat(run("up", "--help")).isZero();
        assertThat(Catalogue.load().knobs().stream().map(org.tanma.standalone.config.Knob::option))
                .allMatch(option -> out.contains(option));
        assertThat(run("up", "--no-such")).isEqualTo(2);
    }
}
