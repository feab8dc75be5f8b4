// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.rest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tanma.kit.rest.ProblemException;
import org.tanma.kit.rest.Wording;
import org.tanma.kit.sheet.WorkbookAnswer;
import org.tanma.resolver.registrar.RefusedSheetException;
import org.tanma.resolver.registrar.RegistrationReport;
import org.tanma.resolver.registrar.RegistrationRow;
import org.tanma.resolver.registrar.RegistrationService;
import org.tanma.resolver.registrar.SheetAnswer;
import org.tanma.resolver.registrar.source.RegistrationWorkbook;
import org.tanma.resolver.registrar.source.RowSource.SourceRow;
import org.tanma.resolver.registrar.source.UnreadableSourceException;
import org.tanma.resolver.registrar.source.WorkbookSource;
import org.tanma.template.model.MetadataTemplate;

/** A workbook that was sent to be registered at once; kept in a file until it is closed. */
final class WorkbookRequest implements AutoCloseable {
    private final Path file;
    private final WorkbookAnswer.Layout layout;
    private final List<RegistrationRow> rows;

    private WorkbookRequest(Path file, WorkbookAnswer.Layout layout, List<RegistrationRow> rows) {
        this.file = file;
        this.layout = layout;
        this.rows = rows;
    }

    static WorkbookRequest read(byte[] body, MetadataTemplate template) {
        try {
            Path file = Files.createTempFile("tanma", ".xlsx");
            try {
                Files.write(file, body);
                return read(file, template);
            } catch (IOException | RuntimeException e) {
                Files.delete(file);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static WorkbookRequest read(Path file, MetadataTemplate template) throws IOException {
        try (WorkbookSource source = WorkbookSource.open(file, template)) {
            List<RegistrationRow> rows = new ArrayList<>();
            for (Optional<SourceRow> row = source.next(); row.isPresent(); row = source.next()) {
                if (rows.size() == RegistrationService.MAX_ROWS) {
                    throw RegistrationController.tooLarge(new Wording(
                            "超过 " + RegistrationService.MAX_ROWS + " 行",
                            "more than " + RegistrationService.MAX_ROWS + " rows"));
                }
                rows.add(row.get().read());
            }
            return new WorkbookRequest(file, source.layout(), rows);
        } catch (RefusedSheetException e) {
            throw RegistrationController.unknownColumns(e);
        } catch (UnreadableSourceException e) {
            throw ProblemException.badRequest(new Wording(
                    "未登记任何内容：" + e.reason().zh() + "。",
                    "Nothing was registered: " + e.reason().en() + "."));
        }
    }

    List<RegistrationRow> rows() {
        return rows;
    }

    /** The same workbook with what became of each row. */
    byte[] answer(RegistrationReport report, Locale locale) {
        Map<Long, List<String>> cells = new HashMap<>();
        report.rows().forEach(row -> cells.put(row.row(), SheetAnswer.answer(row, locale)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            RegistrationWorkbook.writeAnswer(file, layout, cells, locale, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
