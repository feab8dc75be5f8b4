// SPDX-License-Identifier: Apache-2.0
package org.tanma.kit.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLStreamException;
import org.tanma.kit.rest.Wording;

/**
 * The workbook that was sent with columns more, which say what became of each row.
 *
 * <p>Only the first sheet's rows are touched, and in them only these columns: formulas, formats, widths, other sheets and
 * everything else come back as they were. Columns of an earlier answer are replaced where they stand last, and emptied where
 * not. Not kept: the range a table object or a filter covers does not grow with the columns, and a digital signature no
 * longer fits.
 */
public final class WorkbookAnswer {
    private WorkbookAnswer() {}

    /**
     * The columns that an answer adds.
     *
     * @param headings in the language of the answer
     * @param isAnswer true for the heading of such a column in any language
     * @param cells one text a heading, by the number of the row
     */
    public record Added(List<String> headings, Predicate<String> isAnswer, Map<Long, List<String>> cells) {
        public Added {
            headings = List.copyOf(headings);
            cells = Map.copyOf(cells);
        }
    }

    /**
     * Writes the answer to a workbook that {@link WorkbookRows} has read.
     *
     * @param layout where its header and columns stand
     */
    public static void write(Path workbook, Layout layout, Added added, OutputStream out) throws IOException {
        try (ZipFile zip = new ZipFile(workbook.toFile());
                ZipOutputStream answer = new ZipOutputStream(out)) {
            String sheet = WorkbookParts.firstSheet(zip);
            for (Enumeration<? extends ZipEntry> parts = zip.entries(); parts.hasMoreElements(); ) {
                ZipEntry part = parts.nextElement();
                answer.putNextEntry(new ZipEntry(part.getName()));
                try (InputStream in = zip.getInputStream(part)) {
                    if (part.getName().equals(sheet)) {
                        new SheetRewrite(layout, added).copy(in, answer);
                    } else {
                        in.transferTo(answer);
                    }
                }
                answer.closeEntry();
            }
        } catch (XMLStreamException e) {
            throw new UnreadableWorkbookException(new Wording("工作表无法改写", "the sheet cannot be written again"), e);
        }
    }

    /**
     * Where a sheet's table stands.
     *
     * @param headerRow from 1
     * @param columns names in order, from the first column
     * @param used columns that hold anything in any row, from 1
     */
    public record Layout(long headerRow, List<String> columns, int used) {
        public Layout {
            columns = List.copyOf(columns);
        }

        /** True for a column, from 0, of an earlier answer. */
        boolean isAnswer(int column, Predicate<String> isAnswer) {
            return column < columns.size() && isAnswer.test(columns.get(column));
        }

        /** Where the first added column stands, from 0. */
        int firstAdded(Predicate<String> isAnswer) {
            int last = Math.max(used, columns.size());
            while (last > 0 && isAnswer(last - 1, isAnswer)) {
                last--;
            }
            return last;
        }
    }
}
