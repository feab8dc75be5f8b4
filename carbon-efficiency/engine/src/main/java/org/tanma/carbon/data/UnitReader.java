// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.data;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.tanma.carbon.quantity.BaseKind;
import org.tanma.carbon.quantity.Dimension;
import org.tanma.carbon.quantity.Unit;
import org.tanma.carbon.quantity.UnitCatalog;
import org.tanma.carbon.quantity.UnitDefinition;

/** Reads {@code units.csv}: the simple units with their factor and writings (separated by semicolons). */
final class UnitReader {
    private static final List<String> HEADER =
            List.of("symbol", "kind", "coherent_factor", "other_writings", "exact_because");

    private UnitReader() {}

    static UnitCatalog read(EditionFolder folder, String edition) {
        return new UnitCatalog(CsvTable.read(folder, edition + "/units.csv", HEADER, UnitReader::definition));
    }

    private static UnitDefinition definition(CsvTable.Row row) {
        String kind = row.text("kind");
        Dimension dimension = kind.equals("NONE") ? Dimension.NONE : Dimension.of(BaseKind.valueOf(kind));
        String writings = row.findText("other_writings");
        row.text("exact_because");
        return new UnitDefinition(
                new Unit(row.text("symbol"), dimension, new BigDecimal(row.text("coherent_factor"))),
                writings == null ? List.of() : Arrays.asList(writings.split(";")));
    }
}
