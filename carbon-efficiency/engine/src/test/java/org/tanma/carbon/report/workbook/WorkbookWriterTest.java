// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.report.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanma.carbon.report.Reports;
import org.tanma.carbon.report.content.CarbonReport;

class WorkbookWriterTest {
    private static final double CLOSE = 1e-9;

    @ParameterizedTest
    @CsvSource({
        "cement-year.yaml, zh",
        "cement-year.yaml, en",
        "cbam-cement.yaml, en",
        "aluminium.yaml, en",
        "aluminium-ets.yaml, zh",
        "cement-ets.yaml, en",
        "chemicals.yaml, zh",
        "flat-glass.yaml, en",
        "machinery.yaml, en",
        "other-industry.yaml, zh",
        "steel.yaml, en"
    })
    void formulas_recomputeTheInventory(String example, String language) throws IOException {
        CarbonReport report = Reports.inventory(example);
        byte[] octets = WorkbookWriter.write(report, Locale.forLanguageTag(language));
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(octets))) {
            XSSFFormulaEvaluator.evaluateAllFormulaCells(workbook);
            assertThat(disagreements(workbook)).isEmpty();
            Cell total = Objects.requireNonNull(rowOf(
                            workbook.getSheetAt(0),
                            report.sums().get(0).label().zh(),
                            report.sums().get(0).label().en()))
                    .getCell(1);
            assertThat(total.getCellType()).isEqualTo(CellType.FORMULA);
            double figure = report.sums().get(0).value().coherentAmount().doubleValue();
            assertThat(total.getNumericCellValue()).isCloseTo(figure, within(figure));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cement-year.yaml",
                "aluminium.yaml",
                "aluminium-ets.yaml",
                "cement-ets.yaml",
                "chemicals.yaml",
                "flat-glass.yaml",
                "machinery.yaml",
                "other-industry.yaml",
                "steel.yaml"
            })
    void everyStep_isAFormula(String example) throws IOException {
        byte[] octets = WorkbookWriter.write(Reports.inventory(example), Locale.ENGLISH);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(octets))) {
            Sheet steps = workbook.getSheet("Calculation");
            for (Row row : steps) {
                if (row.getRowNum() > 1) {
                    assertThat(row.getCell(5).getCellType())
                            .as("row %d: %s", row.getRowNum() + 1, row.getCell(1))
                            .isEqualTo(CellType.FORMULA);
                    assertThat(String.valueOf(row.getCell(6)))
                            .as("row %d: %s", row.getRowNum() + 1, row.getCell(1))
                            .isNotEqualTo("as the result has it, no formula");
                }
            }
        }
    }

    @Test
    void changedFactor_changesTheTotal() throws IOException {
        CarbonReport report = Reports.inventory("cement-year.yaml");
        byte[] octets = WorkbookWriter.write(report, Locale.ENGLISH);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(octets))) {
            Row factor = Objects.requireNonNull(rowOf(workbook.getSheet("Parameters"), "EF"));
            double before = factor.getCell(2).getNumericCellValue();
            factor.getCell(2).setCellValue(before * 2);
            XSSFFormulaEvaluator.evaluateAllFormulaCells(workbook);
            Row total = Objects.requireNonNull(rowOf(
                    workbook.getSheet("Summary"), report.sums().get(0).label().en()));
            double expected = report.sums().get(0).value().coherentAmount().doubleValue()
                    + report.sum("scope2")
                            .orElseThrow()
                            .value()
                            .coherentAmount()
                            .doubleValue();
            assertThat(total.getCell(1).getNumericCellValue()).isCloseTo(expected, within(expected));
        }
    }

    @ParameterizedTest
    @CsvSource({"zh", "en"})
    void formulas_recomputeTheGrade(String language) throws IOException {
        byte[] octets = WorkbookWriter.write(Reports.grade("grade.yaml"), Locale.forLanguageTag(language));
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(octets))) {
            XSSFFormulaEvaluator.evaluateAllFormulaCells(workbook);
            assertThat(disagreements(workbook)).isEmpty();
            Sheet grade = workbook.getSheetAt(5);
            assertThat(Objects.requireNonNull(rowOf(grade, "Grade of carbon efficiency", "碳效等级"))
                            .getCell(1)
                            .getNumericCellValue())
                    .isEqualTo(2);
        }
    }

    @Test
    void sameReport_givesTheSameBytes() throws IOException {
        CarbonReport report = Reports.grade("grade.yaml");
        byte[] octets = WorkbookWriter.write(report, Locale.CHINESE);
        assertThat(WorkbookWriter.write(report, Locale.CHINESE)).isEqualTo(octets);
        Files.createDirectories(Path.of("target/reports"));
        Files.write(Path.of("target/reports/grade-zh.xlsx"), octets);
    }

    /** Every row that says it does not agree, and every formula that gives an error. */
    private static List<String> disagreements(XSSFWorkbook workbook) {
        List<String> found = new ArrayList<>();
        for (Sheet sheet : workbook) {
            for (Row row : sheet) {
                for (Cell cell : row) {
                    boolean isFormula = cell.getCellType() == CellType.FORMULA;
                    if (isFormula && cell.getCachedFormulaResultType() == CellType.ERROR
                            || isFormula
                                    && cell.getCachedFormulaResultType() == CellType.STRING
                                    && cell.getStringCellValue().equals("≠")) {
                        found.add(sheet.getSheetName() + " " + cell.getAddress() + " " + cell.getCellFormula());
                    }
                }
            }
        }
        return found;
    }

    private static @org.jspecify.annotations.Nullable Row rowOf(Sheet sheet, String... labels) {
        for (Row row : sheet) {
            Cell cell = row.getCell(0);
            if (cell != null
                    && cell.getCellType() == CellType.STRING
                    && List.of(labels).contains(cell.getStringCellValue())) {
                return row;
            }
        }
        return null;
    }

    private static org.assertj.core.data.Offset<Double> within(double figure) {
        return org.assertj.core.api.Assertions.within(Math.abs(figure) * CLOSE);
    }
}
