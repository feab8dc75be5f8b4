// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.report.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tanma.carbon.report.Reports;
import org.tanma.carbon.report.content.CarbonReport;

/** LibreOffice, where it is installed, recalculates a workbook to the totals of the result. */
class LibreOfficeTest {
    private static final String PROGRAM = "soffice";
    private static final int PATIENCE_SECONDS = 120;

    @TempDir
    private Path directory;

    @Test
    void inventory_isRecalculatedToTheSameTotals() throws Exception {
        CarbonReport report = Reports.inventory("cement-year.yaml");
        byte[] recalculated = recalculate(WorkbookWriter.write(report, Locale.ENGLISH));
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(recalculated))) {
            checkNothingDisagrees(workbook);
            double total = report.sums().get(0).value().coherentAmount().doubleValue();
            assertThat(figure(
                            workbook.getSheet("Summary"),
                            report.sums().get(0).label().en()))
                    .isCloseTo(total, within(total * 1e-9));
        }
    }

    @Test
    void grade_isRecalculatedToTheSameRank() throws Exception {
        byte[] recalculated = recalculate(WorkbookWriter.write(Reports.grade("grade.yaml"), Locale.ENGLISH));
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(recalculated))) {
            checkNothingDisagrees(workbook);
            assertThat(figure(workbook.getSheet("Grade"), "Grade of carbon efficiency"))
                    .isEqualTo(2);
            assertThat(figure(workbook.getSheet("Grade"), "Carbon-efficiency index K = L ÷ average"))
                    .isCloseTo(0.64, within(1e-9));
        }
    }

    private byte[] recalculate(byte[] workbook) throws IOException, InterruptedException {
        boolean isInstalled = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, PROGRAM)));
        assumeTrue(isInstalled, "not done: LibreOffice (" + PROGRAM + ") is not installed here");
        Path from = Files.write(directory.resolve("report.xlsx"), workbook);
        Path to = Files.createDirectory(directory.resolve("recalculated"));
        Process process = new ProcessBuilder(
                        PROGRAM,
                        "-env:UserInstallation=" + directory.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        "xlsx",
                        "--outdir",
                        to.toString(),
                        from.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile())
                .start();
        try {
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return Files.readAllBytes(to.resolve("report.xlsx"));
    }

    private static void checkNothingDisagrees(XSSFWorkbook workbook) {
        int formulas = 0;
        for (Sheet sheet : workbook) {
            for (Row row : sheet) {
                for (Cell cell : row) {
                    if (cell.getCellType() == CellType.FORMULA) {
                        formulas++;
                        assertThat(cell.getCachedFormulaResultType())
                                .as("%s %s", sheet.getSheetName(), cell.getAddress())
                                .isNotEqualTo(CellType.ERROR);
                        if (cell.getCachedFormulaResultType() == CellType.STRING) {
                            assertThat(cell.getStringCellValue())
                                    .as("%s %s", sheet.getSheetName(), cell.getAddress())
                                    .isEqualTo("=");
                        }
                    }
                }
            }
        }
        assertThat(formulas).isGreaterThan(100);
    }

    private static double figure(Sheet sheet, String label) {
        for (Row row : sheet) {
            Cell cell = row.getCell(0);
            if (cell != null
                    && cell.getCellType() == CellType.STRING
                    && cell.getStringCellValue().equals(label)) {
                return row.getCell(1).getNumericCellValue();
            }
        }
        throw new AssertionError("no row '" + label + "'");
    }
}
