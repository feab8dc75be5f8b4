// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.report.content;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.text.LocalText;

/**
 * A table under its own title, for what only some results have: gases, sites, grades by product.
 *
 * @param headers one per column
 * @param rows each as long as {@code headers}
 */
public record ReportTable(LocalText title, List<LocalText> headers, List<List<Cell>> rows) {
    public ReportTable {
        headers = List.copyOf(headers);
        rows = rows.stream().map(List::copyOf).toList();
        int width = headers.size();
        if (rows.stream().anyMatch(row -> row.size() != width)) {
            throw new IllegalArgumentException("every row of '" + title.en() + "' must have " + width + " cells");
        }
    }

    /** A text or a figure: at most one of them; a share is printed in per cent. */
    public record Cell(@Nullable LocalText text, @Nullable Quantity figure, boolean isShare) {
        public static Cell of(LocalText text) {
            return new Cell(text, null, false);
        }

        /** A text that is the same in both languages. */
        public static Cell of(String text) {
            return new Cell(text.isBlank() ? null : new LocalText(text, text), null, false);
        }

        public static Cell of(Quantity figure) {
            return new Cell(null, figure, false);
        }

        /** A part of 1. */
        public static Cell ofShare(Quantity share) {
            return new Cell(null, share, true);
        }
    }
}
