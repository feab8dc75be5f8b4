// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

class CompareCommandTest {
    private static final String ALUMINIUM =
            Path.of("..", "..", "docs", "examples", "aluminium.yaml").toString();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... words) {
        CommandLine root = new CommandLine(CommandSpec.create().name("tanma"));
        VerifierCommands.addTo(root, words, Map.of());
        root.setOut(new PrintWriter(out));
        root.setErr(new PrintWriter(err, true));
        return root.execute(words);
    }

    @Test
    void compare_printsBothTotalsAndEachTerm() {
        assertThat(run("compare", ALUMINIUM, "--method", "aluminium-ets/2024")).isZero();
        assertThat(out.toString())
                .contains("Method aluminium-ndrc/2013", "gwp/sar: 4379620 tCO2e")
                .contains("gwp/ar5: 4368956 tCO2e", "-10664 tCO2e")
                .contains("(anode): 751520 tCO2e | 735416 tCO2e");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void compare_asJson_isOneDocument() {
        assertThat(run("compare", ALUMINIUM, "--method", "aluminium-ets/2024", "--json"))
                .isZero();
        assertThat(out.toString()).startsWith("{\"difference\":").contains("\"kind\":\"method-comparison\"");
    }

    @Test
    void compare_withWhatIsIncomplete_exits1_andSaysWhatIsMissing() {
        assertThat(run("compare", ALUMINIUM, "--method", "flat-glass-ndrc/2013", "--lang", "zh"))
                .isEqualTo(1);
        assertThat(out.toString()).contains("terms/carbon-powder", "该方法没有相应项");
    }

    @Test
    void compare_withAnUnknownMethod_exits2_andNamesAll() {
        assertThat(run("compare", ALUMINIUM, "--method", "aluminium")).isEqualTo(2);
        assertThat(err.toString()).contains("There is no method aluminium;", "aluminium-ets/2024");
    }
}
