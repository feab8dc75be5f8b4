// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.regrade;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tanma.carbon.service.evaluate.EvaluationInputs;
import org.tanma.carbon.service.ledger.MeasuredValue;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads an enterprise's year out of one text: rows that end in U+001E, of nine columns that end in U+001F. Reading a text for each
 * enterprise instead of a value for each column of each row spares most of the calls into the database driver.
 *
 * <p>Errors: a text of another shape, which a column with one of these characters would make, is answered with what is wrong.
 */
final class LedgerRows {
    static final char ROW_END = '\u001e';
    static final char COLUMN_END = '\u001f';

    /** The columns in their order; the first three are the key, the fourth the version. */
    static final List<String> COLUMNS =
            List.of("source", "kind", "period", "version", "amount", "unit", "meter", "evidence", "measured");

    private static final int KEY_COLUMNS = 3;
    private static final int VERSION = 3;
    private static final int AMOUNT = 4;
    private static final String NOTHING = "{}";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, MeasuredValue>> MEASURED = new TypeReference<>() {};

    private LedgerRows() {}

    /** One row in the text: where its columns end, the last being where the row does. */
    private record Row(String text, int start, int[] ends, int version) {
        static Row of(String text, int start) {
            int[] ends = new int[COLUMNS.size()];
            int from = start;
            for (int i = 0; i < ends.length; i++) {
                int end = text.indexOf(i == ends.length - 1 ? ROW_END : COLUMN_END, from);
                if (end < 0) {
                    throw new IllegalStateException(
                            "a row of the ledger has not the columns " + String.join(", ", COLUMNS));
                }
                ends[i] = end;
                from = end + 1;
            }
            return new Row(text, start, ends, Integer.parseInt(text, ends[VERSION - 1] + 1, ends[VERSION], 10));
        }

        String column(int index) {
            return text.substring(index == 0 ? start : ends[index - 1] + 1, ends[index]);
        }

        String key() {
            return text.substring(start, ends[KEY_COLUMNS - 1]);
        }

        boolean isWithdrawn() {
            return ends[AMOUNT] == ends[AMOUNT - 1] + 1;
        }

        int end() {
            return ends[ends.length - 1] + 1;
        }

        EvaluationInputs.Entry entry() {
            String measured = column(8);
            return new EvaluationInputs.Entry(
                    column(0),
                    column(1),
                    column(2),
                    version,
                    column(4),
                    column(5),
                    column(6),
                    column(7),
                    measured.equals(NOTHING) ? Map.of() : JSON.readValue(measured, MEASURED));
        }
    }

    static LedgerYear read(String text) {
        try {
            return entries(text);
        } catch (IllegalStateException | IllegalArgumentException | JacksonException e) {
            return new LedgerYear(List.of(), text, String.valueOf(e.getMessage()));
        }
    }

    private static LedgerYear entries(String text) {
        Map<String, Row> newest = new HashMap<>();
        int start = 0;
        while (start < text.length()) {
            Row row = Row.of(text, start);
            Row other = newest.get(row.key());
            if (other == null || other.version() < row.version()) {
                newest.put(row.key(), row);
            }
            start = row.end();
        }
        List<String> keys = new ArrayList<>(newest.keySet());
        Collections.sort(keys);
        List<EvaluationInputs.Entry> entries = new ArrayList<>(keys.size());
        StringBuilder rows = new StringBuilder(text.length());
        for (String key : keys) {
            Row row = newest.get(key);
            if (row != null && !row.isWithdrawn()) {
                entries.add(row.entry());
                rows.append(text, row.start(), row.end());
            }
        }
        return new LedgerYear(entries, rows.toString(), null);
    }
}
