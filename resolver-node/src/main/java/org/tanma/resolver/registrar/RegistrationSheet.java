// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar;

import java.util.ArrayList;
import java.util.List;
import org.tanma.kit.csv.CsvTable;
import org.tanma.template.model.MetadataTemplate;

/** A whole table of records to register, its columns understood as {@link SheetColumns} does. */
public final class RegistrationSheet {
    private final CsvTable table;
    private final List<RegistrationRow> rows;

    private RegistrationSheet(CsvTable table, List<RegistrationRow> rows) {
        this.table = table;
        this.rows = rows;
    }

    /** Reads the rows; throws {@link RefusedSheetException} with every column that is not understood. */
    public static RegistrationSheet read(CsvTable table, MetadataTemplate template) {
        SheetColumns columns = SheetColumns.of(table.columns(), template);
        List<RegistrationRow> rows = new ArrayList<>(table.rows().size());
        for (CsvTable.Row row : table.rows()) {
            List<String> cells = table.columns().stream()
                    .map(column -> row.cells().getOrDefault(column, ""))
                    .toList();
            rows.add(columns.row(row.line(), cells, row.surplus()));
        }
        return new RegistrationSheet(table, List.copyOf(rows));
    }

    public CsvTable table() {
        return table;
    }

    public List<RegistrationRow> rows() {
        return rows;
    }
}
