// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.report.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tanma.carbon.report.Reports;
import org.tanma.carbon.report.content.CarbonReport;
import org.tanma.carbon.report.content.ReportKind;

class PdfWriterTest {
    /** The printed reports are left here, to be looked at. */
    private static final Path SHOWN = Path.of("target/reports");

    @ParameterizedTest
    @CsvSource({
        "cement-year.yaml, INVENTORY, zh, '872,784.96'",
        "cement-year.yaml, INVENTORY, en, '872,784.96'",
        "grade.yaml, EVALUATION, zh, 0.64",
        "grade.yaml, EVALUATION, en, 0.64",
        "grade.yaml, INVENTORY, zh, '8,608.80'"
    })
    void report_hasItsFigures_andTheDigestOnEveryPage(String example, ReportKind kind, String language, String figure)
            throws IOException {
        CarbonReport report = report(example);
        byte[] octets = PdfWriter.write(report, kind, Locale.forLanguageTag(language));
        Files.createDirectories(SHOWN);
        Files.write(SHOWN.resolve(example.replace(".yaml", "-" + kind.code() + "-" + language + ".pdf")), octets);
        try (PDDocument document = Loader.loadPDF(octets)) {
            PDFTextStripper text = new PDFTextStripper();
            assertThat(text.getText(document)).contains(figure);
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                text.setStartPage(page);
                text.setEndPage(page);
                assertThat(text.getText(document))
                        .as("page %d", page)
                        .contains(report.stamp().resultDigest())
                        .contains(String.valueOf(page))
                        .doesNotContain("#");
            }
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                    assertThat(font.getName()).contains("+NotoSansSC");
                }
            }
        }
        assertThat(octets.length).isLessThan(1_000_000);
    }

    @Test
    void sameReport_givesTheSameBytes() {
        CarbonReport report = report("grade.yaml");
        byte[] octets = PdfWriter.write(report, ReportKind.EVALUATION, Locale.CHINESE);
        assertThat(PdfWriter.write(report, ReportKind.EVALUATION, Locale.CHINESE))
                .isEqualTo(octets);
    }

    private static CarbonReport report(String example) {
        return example.startsWith("grade") ? Reports.grade(example) : Reports.inventory(example);
    }
}
