// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.report.commission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanma.carbon.cbam.CbamOutcome;
import org.tanma.carbon.cbam.CbamResult;
import org.tanma.carbon.cbam.CbamResult.GoodResult;
import org.tanma.carbon.data.CbamRequestReader;
import org.tanma.carbon.data.EngineCatalog;
import org.tanma.carbon.quantity.Quantity;

/**
 * The Commission's template filled in. The template is not in this repository: with {@code -Dtanma.cbam.template=FILE} and
 * LibreOffice on the path, its own formulas are computed and compared; without them, only what is written is looked at.
 */
class CommunicationTemplateTest {
    private static final EngineCatalog CATALOG = EngineCatalog.readShipped();
    private static final List<String> SHEETS = List.of(
            "A_InstData", "B_EmInst", "C_Emissions&amp;Energy", "D_Processes", "E_PurchPrec", "Summary_Products");

    @TempDir
    private Path folder = Path.of("");

    private static CbamResult result(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(
                CommunicationTemplateTest.class.getResourceAsStream("/cbam/" + file), "no test file " + file)) {
            CbamRequestReader.Parsed parsed = new CbamRequestReader(CATALOG.units()).read(file, in.readAllBytes());
            CbamOutcome outcome = CATALOG.cbamEngine().compute(((CbamRequestReader.Parsed.Read) parsed).request());
            return (CbamResult) outcome;
        }
    }

    @Test
    void inputCells_areFilled_andTheirStylesKept() throws IOException {
        CommunicationTemplate.Filled filled =
                CommunicationTemplate.fill(workbook(""), CATALOG.cbam(), result("everything.yaml"));
        String installation = part(filled.workbook(), "xl/worksheets/sheet1.xml");
        assertThat(installation)
                .contains("<c r=\"I9\" s=\"7\"><v>46023</v></c>")
                .contains("<c r=\"I26\" s=\"7\" t=\"inlineStr\"><is><t>China</t></is></c>")
                .contains("<c r=\"E84\" s=\"7\" t=\"inlineStr\"><is><t>Sintered Ore</t></is></c>");
        String emissions = part(filled.workbook(), "xl/worksheets/sheet2.xml");
        assertThat(emissions)
                .contains("<c r=\"J17\" s=\"7\"><v>260</v></c>")
                .contains("<c r=\"AI98\" s=\"7\"><v>0.058</v></c>")
                .contains("<c r=\"V113\" s=\"7\"><v>2</v></c>");
        assertThat(part(filled.workbook(), "xl/worksheets/sheet4.xml"))
                .contains("<c r=\"L54\" s=\"7\"><v>11211.84</v></c>")
                .contains("<c r=\"K50\" s=\"7\" t=\"b\"><v>1</v></c>");
        assertThat(filled.leftOut()).isEmpty();
    }

    @Test
    void anotherWorkbook_isRefused() {
        assertThatThrownBy(
                        () -> CommunicationTemplate.fill(new byte[] {1, 2, 3}, CATALOG.cbam(), result("cement.yaml")))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> CommunicationTemplate.fill(workbook("I9"), CATALOG.cbam(), result("cement.yaml")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cell I9 of A_InstData holds a formula");
    }

    @ParameterizedTest
    @ValueSource(strings = {"screws-and-nuts.yaml", "everything.yaml", "template-rows.yaml", "cement.yaml"})
    void theTemplatesOwnFormulas_giveTheSame(String file) throws IOException, InterruptedException {
        String template = System.getProperty("tanma.cbam.template", "");
        assumeTrue(!template.isEmpty(), "no -Dtanma.cbam.template");
        CbamResult result = result(file);
        Path filled = folder.resolve("filled.xlsx");
        Files.write(
                filled,
                CommunicationTemplate.fill(Files.readAllBytes(Path.of(template)), CATALOG.cbam(), result)
                        .workbook());
        try (Workbook computed = WorkbookFactory.create(recalculated(filled).toFile())) {
            Sheet balance = computed.getSheet("C_Emissions&Energy");
            same(result.totals().direct(), balance, "L25");
            same(result.totals().biogenic(), balance, "I25");
            Sheet summary = computed.getSheet("Summary_Processes");
            int row = 0;
            for (GoodResult good : result.goods()) {
                same(good.parts().sources(), summary, "H" + (71 + row));
                same(good.attributedIndirect(), summary, "L" + (71 + row));
                same(good.ownDirect(), summary, "G" + (102 + row));
                same(good.direct(), summary, "H" + (102 + row));
                same(good.ownIndirect(), summary, "I" + (102 + row));
                same(good.indirect(), summary, "J" + (102 + row));
                row++;
            }
        }
    }

    /** LibreOffice computes every formula when it loads. */
    private Path recalculated(Path workbook) throws IOException, InterruptedException {
        Path profile = Files.createDirectories(folder.resolve("profile").resolve("user"));
        Files.writeString(profile.resolve("registrymodifications.xcu"), """
                <?xml version="1.0" encoding="UTF-8"?>
                <oor:items xmlns:oor="http://openoffice.org/2001/registry">
                <item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
                </oor:items>
                """);
        Path out = folder.resolve("out");
        Process soffice = new ProcessBuilder(
                        "soffice",
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        "xlsx:Calc MS Excel 2007 XML",
                        "--outdir",
                        out.toString(),
                        workbook.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("soffice.log").toFile())
                .start();
        assertThat(soffice.waitFor(5, TimeUnit.MINUTES)).isTrue();
        return out.resolve(workbook.getFileName());
    }

    /** Equal to 1e-12 relative: the spreadsheet program keeps 15 digits. */
    private static void same(Quantity expected, Sheet sheet, String cell) {
        CellReference at = new CellReference(cell);
        BigDecimal actual = BigDecimal.valueOf(
                sheet.getRow(at.getRow()).getCell(at.getCol()).getNumericCellValue());
        assertThat(actual.subtract(expected.amount()).abs())
                .as("%s %s: %s, here %s", sheet.getSheetName(), cell, actual, expected)
                .isLessThanOrEqualTo(expected.amount().abs().multiply(new BigDecimal("1e-12")));
    }

    private static String part(byte[] workbook, String name) throws IOException {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new IOException("no part " + name);
    }

    /** A workbook with the sheets and empty cells of the template; {@code formula} names a cell that holds a formula. */
    private static byte[] workbook(String formula) throws IOException {
        StringBuilder book = new StringBuilder("<workbook>");
        StringBuilder relationships = new StringBuilder("<Relationships>");
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(octets)) {
            for (int i = 1; i <= SHEETS.size(); i++) {
                book.append("<sheet name=\"%s\" sheetId=\"%d\" r:id=\"r%d\"/>".formatted(SHEETS.get(i - 1), i, i));
                relationships.append("<Relationship Id=\"r%d\" Target=\"worksheets/sheet%d.xml\"/>".formatted(i, i));
                put(out, "xl/worksheets/sheet" + i + ".xml", cells(formula));
            }
            put(out, "xl/workbook.xml", book.append("</workbook>").toString());
            put(
                    out,
                    "xl/_rels/workbook.xml.rels",
                    relationships.append("</Relationships>").toString());
        }
        return octets.toByteArray();
    }

    private static String cells(String formula) {
        StringBuilder xml = new StringBuilder("<sheetData>");
        for (int row = 1; row <= 210; row++) {
            for (int column = 0; column < 48; column++) {
                String cell = CellReference.convertNumToColString(column) + row;
                xml.append(
                        cell.equals(formula)
                                ? "<c r=\"" + cell + "\" s=\"7\"><f>1+1</f></c>"
                                : "<c r=\"" + cell + "\" s=\"7\"/>");
            }
        }
        return xml.append("</sheetData>").toString();
    }

    private static void put(ZipOutputStream out, String name, String text) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
