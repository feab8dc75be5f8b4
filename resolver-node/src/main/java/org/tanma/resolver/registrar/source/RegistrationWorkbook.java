// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.source;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tanma.kit.sheet.UnreadableWorkbookException;
import org.tanma.kit.sheet.WorkbookAnswer;
import org.tanma.resolver.registrar.SheetColumns;
import org.tanma.template.model.MetadataTemplate;

/** Workbooks of registrations, as they are written. */
public final class RegistrationWorkbook {
    private RegistrationWorkbook() {}

    /**
     * Writes the workbook that {@link SourceFormat#XLSX} has read with three columns more: what became of each row, its handle,
     * what is wrong with it.
     *
     * @param layout where its header and columns stand
     * @param cells result, handle and problems by the number of the row
     */
    public static void writeAnswer(
            Path workbook, WorkbookAnswer.Layout layout, Map<Long, List<String>> cells, Locale locale, OutputStream out)
            throws IOException {
        try {
            WorkbookAnswer.write(
                    workbook,
                    layout,
                    new WorkbookAnswer.Added(SheetColumns.answerHeadings(locale), SheetColumns::isAnswer, cells),
                    out);
        } catch (UnreadableWorkbookException e) {
            throw new UnreadableSourceException(e.reason(), e);
        }
    }

    /** An empty workbook to fill in, with these headings. */
    public static void writeEmpty(OutputStream out, List<String> headings, MetadataTemplate template, Locale locale)
            throws IOException {
        WorkbookRowWriter.writeEmpty(out, headings, template, locale);
    }
}
