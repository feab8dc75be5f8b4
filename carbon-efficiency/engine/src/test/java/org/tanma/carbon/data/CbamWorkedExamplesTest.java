// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.tanma.carbon.cbam.CbamOutcome;
import org.tanma.carbon.cbam.CbamResult;
import org.tanma.carbon.cbam.CbamResult.GoodResult;
import org.tanma.carbon.method.TraceNode;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.report.ResultDocument;
import tools.jackson.databind.ObjectMapper;

/** The Commission's worked examples in the form of an installation; cells of the workbooks beside the figures. */
class CbamWorkedExamplesTest {
    static final EngineCatalog CATALOG = EngineCatalog.readShipped();

    static CbamResult compute(String file) throws IOException {
        CbamRequestReader.Parsed parsed = new CbamRequestReader(CATALOG.units()).read(file, bytes(file));
        assertThat(parsed).as(parsed.toString()).isInstanceOf(CbamRequestReader.Parsed.Read.class);
        CbamOutcome outcome = CATALOG.cbamEngine().compute(((CbamRequestReader.Parsed.Read) parsed).request());
        assertThat(outcome).as(outcome.toString()).isInstanceOf(CbamResult.class);
        CbamResult result = (CbamResult) outcome;
        StringBuilder trail = new StringBuilder();
        result.traces().forEach(trace -> print(trace, "", trail));
        Path trails = Files.createDirectories(Path.of("target", "worked-examples"));
        Files.writeString(trails.resolve("cbam-" + file.replace(".yaml", ".txt")), trail);
        return result;
    }

    /** Every step, so that a reader can follow the example on paper. */
    private static void print(TraceNode node, String indent, StringBuilder to) {
        to.append(indent)
                .append(node.label().en())
                .append(": ")
                .append(node.formula())
                .append(" = ")
                .append(node.value())
                .append('\n');
        node.inputs()
                .forEach(input -> to.append(indent)
                        .append("    ")
                        .append(input.symbol())
                        .append(" = ")
                        .append(input.value())
                        .append('\n'));
        node.children().forEach(child -> print(child, indent + "  ", to));
    }

    static byte[] bytes(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(
                CbamWorkedExamplesTest.class.getResourceAsStream("/cbam/" + file), "no test file " + file)) {
            return in.readAllBytes();
        }
    }

    static GoodResult good(CbamResult result, String process) {
        return result.goods().stream()
                .filter(each -> each.process().equals(process))
                .findFirst()
                .orElseThrow();
    }

    /** Equal to 1e-9 relative. */
    static void same(Quantity actual, String expected, String cell) {
        BigDecimal want = new BigDecimal(expected);
        assertThat(actual.amount().subtract(want).abs())
                .as("%s: %s, expected %s", cell, actual, expected)
                .isLessThanOrEqualTo(want.abs().multiply(new BigDecimal("1e-9")));
    }

    @Test
    void screwsAndNuts_equalTheWorkbook() throws IOException {
        CbamResult result = compute("screws-and-nuts.yaml");
        same(result.totals().direct(), "4948.02", "C_Emissions&Energy L25");
        same(result.totals().indirect(), "4198.32", "C_Emissions&Energy M27");
        assertThat(result.totals().rest().signum()).as("Summary_Processes K85").isZero();
        GoodResult carbon = good(result, "P1");
        same(carbon.attributedDirect(), "3337.95", "D_Processes L54");
        same(carbon.attributedIndirect(), "2832.2", "Summary_Processes L71");
        same(carbon.ownDirect(), "0.19635", "Summary_Processes G102");
        same(carbon.direct(), "2.0069382352941174", "Summary_Processes H102");
        same(carbon.ownIndirect(), "0.1666", "Summary_Processes I102");
        same(carbon.indirect(), "0.4066", "Summary_Processes J102");
        same(carbon.total(), "2.4135382352941175", "Summary_Products K10");
        same(Objects.requireNonNull(carbon.electricity()), "0.6065794117647059", "Summary_Processes L102");
        same(carbon.precursors().get(0).massShare(), "1.1764705882352942", "Summary_Processes G166");
        same(carbon.precursors().get(0).embeddedDirect(), "30780", "E_PurchPrec T49");
        same(carbon.precursors().get(0).embeddedIndirect(), "4080", "E_PurchPrec T52");
        same(carbon.precursors().get(0).direct(), "1.8105882352941176", "Summary_Processes I166");
        same(carbon.precursors().get(0).indirect(), "0.24", "Summary_Processes J166");
        GoodResult alloy = good(result, "P2");
        same(alloy.attributedDirect(), "1610.07", "D_Processes L119");
        same(alloy.attributedIndirect(), "1366.12", "Summary_Processes L72");
        same(alloy.direct(), "1.9524475609756098", "Summary_Processes H103");
        same(alloy.indirect(), "2.2787951219512195", "Summary_Processes J103");
        same(alloy.total(), "4.23124268292683", "Summary_Products K11");
        same(Objects.requireNonNull(alloy.electricity()), "2.734889340805453", "Summary_Processes L103");
        same(alloy.precursors().get(0).embeddedIndirect(), "17320", "E_PurchPrec T96");
        assertThat(carbon.isDirectOnly()).isTrue();
        assertThat(carbon.counted()).isEqualTo(carbon.direct());
    }

    @Test
    void cement_equalsTheWorkbook() throws IOException {
        CbamResult result = compute("cement.yaml");
        same(result.totals().direct(), "1037310", "C_Emissions&Energy L25");
        same(result.totals().biogenic(), "6225", "B_EmInst AV19");
        same(result.totals().indirect(), "161489.10657894737", "Summary_Processes L71");
        GoodResult cement = good(result, "P1");
        same(cement.direct(), "0.7852147410358565", "Summary_Products I10");
        same(cement.indirect(), "0.12224275", "Summary_Products J10");
        same(cement.total(), "0.9074574910358565", "Summary_Products K10");
        same(Objects.requireNonNull(cement.electricity()), "0.14675", "Summary_Products O10");
        assertThat(cement.isDirectOnly()).isFalse();
        assertThat(cement.counted()).isEqualTo(cement.total());
        same(cement.compositions().get(0).counted(), "0.862084616484063675", "Equation 64 on K10 and AB10");
    }

    @Test
    void rowsOfTheTemplate_equalItsOwnFigures() throws IOException {
        CbamResult result = compute("template-rows.yaml");
        same(emission(result, "pots"), "1587424.347", "B_EmInst AU97");
        same(emission(result, "stack"), "18059.76325", "B_EmInst AU111");
        same(emission(result, "pipe"), "386750", "B_EmInst AU112");
        same(result.totals().biogenic(), "68250", "B_EmInst AV112");
        same(result.totals().pfc(), "1587424.347", "C_Emissions&Energy K25");
        same(result.totals().n2o(), "18059.76325", "C_Emissions&Energy J25");
    }

    private static Quantity emission(CbamResult result, String source) {
        return result.sources().stream()
                .filter(each -> each.source().equals(source))
                .findFirst()
                .orElseThrow()
                .emission();
    }

    @Test
    void theRequestInsideAResult_givesTheSameBytes() throws IOException {
        for (String file : List.of("screws-and-nuts.yaml", "cement.yaml", "template-rows.yaml")) {
            ResultDocument first = ResultDocument.of(compute(file));
            byte[] request = new ObjectMapper()
                    .readTree(first.json())
                    .get("request")
                    .toString()
                    .getBytes(StandardCharsets.UTF_8);
            assertThat(CbamRequestReader.recognises(request)).isTrue();
            CbamRequestReader.Parsed parsed = new CbamRequestReader(CATALOG.units()).read("result", request);
            assertThat(parsed).as(parsed.toString()).isInstanceOf(CbamRequestReader.Parsed.Read.class);
            CbamOutcome again = CATALOG.cbamEngine().compute(((CbamRequestReader.Parsed.Read) parsed).request());
            assertThat(ResultDocument.of(again)).isEqualTo(first);
        }
    }

    /** The example that a reader runs is the one tested here. */
    @Test
    void theExampleOfTheDocs_isTheOneTested() throws IOException {
        Path docs = Path.of("..", "..", "docs", "examples", "cbam-screws-and-nuts.yaml");
        assertThat(Files.readAllBytes(docs)).isEqualTo(bytes("screws-and-nuts.yaml"));
    }
}
