// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.data;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.factor.Factor;
import org.tanma.carbon.factor.FactorEdition;
import org.tanma.carbon.factor.Quality;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.quantity.UnitCatalog;

/** Reads {@code factors.csv} of one edition. */
final class FactorReader {
    private static final List<String> HEADER = List.of(
            "id",
            "activity",
            "geography",
            "valid_from",
            "valid_to",
            "value",
            "unit",
            "gwp_set",
            "boundary",
            "source_ref",
            "page_or_table",
            "quality");

    private final EditionFolder folder;
    private final UnitCatalog units;

    FactorReader(EditionFolder folder, UnitCatalog units) {
        this.folder = folder;
        this.units = units;
    }

    FactorEdition read(EditionRef ref) {
        List<Factor> factors = CsvTable.read(folder, ref + "/factors.csv", HEADER, row -> factor(ref, row));
        if (factors.stream().map(Factor::id).distinct().count() != factors.size()) {
            throw new EditionFormatException(ref + "/factors.csv", "an id is used twice");
        }
        return new FactorEdition(SourceReader.read(folder, ref.toString(), ref), factors);
    }

    private Factor factor(EditionRef ref, CsvTable.Row row) {
        return new Factor(
                ref,
                row.text("id"),
                row.text("activity"),
                row.text("geography"),
                date(row.findText("valid_from")),
                date(row.findText("valid_to")),
                Quantity.of(row.text("value"), units.get(row.text("unit"))),
                row.findText("gwp_set"),
                row.text("boundary"),
                row.text("source_ref"),
                row.text("page_or_table"),
                Quality.fromCode(row.text("quality")));
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
