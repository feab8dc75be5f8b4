// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tanma.carbon.report.ResultDocument;
import org.tanma.carbon.report.content.CarbonReport;
import org.tanma.carbon.report.content.ReportKind;
import org.tanma.carbon.report.print.PdfWriter;
import org.tanma.carbon.report.workbook.WorkbookWriter;

/** A file that a report goes to, in the form that its name says. */
final class ReportFile {
    /** The forms there are, by the end of the name. */
    static final List<String> FORMS = List.of(".pdf", ".xlsx", ".json");

    private final Path path;
    private final String form;

    private ReportFile(Path path, String form) {
        this.path = path;
        this.form = form;
    }

    /** Empty if the name says no form that reports have. */
    static Optional<ReportFile> of(Path path) {
        String name = path.toString().toLowerCase(Locale.ROOT);
        return FORMS.stream().filter(name::endsWith).findFirst().map(form -> new ReportFile(path, form));
    }

    void write(CarbonReport report, ResultDocument document, ReportKind kind, Locale language) throws IOException {
        byte[] octets = switch (form) {
            case ".pdf" -> PdfWriter.write(report, kind, language);
            case ".xlsx" -> WorkbookWriter.write(report, language);
            default -> document.json().getBytes(StandardCharsets.UTF_8);
        };
        Files.write(path, octets);
    }
}
