// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.ingest;

import java.util.List;
import java.util.Map;
import org.tanma.carbon.service.ledger.MeasuredValue;
import org.tanma.kit.rest.WordedViolation;

/**
 * One row as sent, its cells under their canonical names; nothing judged yet but its shape.
 *
 * @param row line or place, from 1
 * @param cells canonical column to text; absent means empty
 * @param measured property as named by the sender to its value and unit; either text may be empty
 * @param violations what is wrong with the row's shape
 */
record RawRow(
        long row, Map<String, String> cells, Map<String, MeasuredValue> measured, List<WordedViolation> violations) {
    RawRow {
        cells = Map.copyOf(cells);
        measured = Map.copyOf(measured);
        violations = List.copyOf(violations);
    }

    String cell(Column column) {
        return cells.getOrDefault(column.code(), "");
    }
}
