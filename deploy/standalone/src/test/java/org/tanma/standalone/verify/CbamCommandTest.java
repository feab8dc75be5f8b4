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

/** {@code tanma inventory} with the form of an installation under CBAM. */
class CbamCommandTest {
    private static final Path EXAMPLE = Path.of("..", "..", "docs", "examples", "cbam-screws-and-nuts.yaml");

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(Object... arguments) {
        String[] words = new String[arguments.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = arguments[i].toString();
        }
        CommandLine root = new CommandLine(CommandSpec.create().name("tanma"));
        VerifierCommands.addTo(root, words, Map.of());
        root.setOut(new PrintWriter(out));
        root.setErr(new PrintWriter(err, true));
        return root.execute(words);
    }

    @Test
    void theCommissionsScrewsAndNuts_haveTheirFigures() {
        assertThat(run("inventory", EXAMPLE, "--trace")).isZero();
        assertThat(out.toString())
                .contains("Direct emissions of the installation: 4948.02 tCO2e")
                .contains("precursor carbon-steel, 1.17647058823529")
                .contains("direct 2.00693823529411764")
                .contains("direct 1.95244756097560975")
                .contains("M × SEE_dir")
                .contains("M × e × EF_el");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void certificates_arePrintedWithWhatIsAtSecondHand() throws IOException {
        Path file = Files.writeString(
                directory.resolve("imports.yaml"),
                "imports:\n  - {id: sheet, cn: \"72081000\", origin: CN, year: 2026, default: true, price: {quarter: 2026-Q1}}\n");
        assertThat(run("inventory", file)).isZero();
        assertThat(out.toString())
                .contains("certificates per tonne 2.1698319205 tCO2e/t")
                .contains("cost per tonne: 163.52 EUR")
                .contains("unverified factor: cbam-adjustment/2026 free-share.2026");
    }

    @Test
    void whatIsMissing_isSaidWithItsPlace() throws IOException {
        Path file = Files.writeString(
                directory.resolve("spoilt.yaml"),
                Files.readString(EXAMPLE).replace("of: alloy-steel", "of: aloy-steel"));
        assertThat(run("inventory", file, "--lang", "en")).isEqualTo(1);
        assertThat(out.toString())
                .contains("P2/precursors")
                .contains("given: aloy-steel")
                .contains("alloy-steel");
    }

    @Test
    void aTemplate_goesWithAReport_andMustBeOne() {
        assertThat(run("inventory", EXAMPLE, "--report", directory.resolve("x.xlsx")))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--report and --template go together");
        assertThat(run("inventory", EXAMPLE, "--template", EXAMPLE, "--report", directory.resolve("x.xlsx")))
                .isEqualTo(2);
        assertThat(err.toString()).contains("is not the Commission's communication template");
        assertThat(directory.resolve("x.xlsx")).doesNotExist();
    }
}
