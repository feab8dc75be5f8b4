// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.code;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tanma.template.model.BilingualText;

/**
 * Common codes of UN/ECE Recommendation 20 for the units that records use, as trade vocabularies (UNTP, GS1, schema.org) ask for.
 * Immutable.
 */
public final class TradeUnits {
    private record Row(String ucum, String commonCode, BilingualText name) {}

    private static final class Shared {
        static final TradeUnits UNITS = new TradeUnits();
    }

    private final Map<String, Row> byUcum = new HashMap<>();
    private final Map<String, Row> byCommonCode = new HashMap<>();

    private TradeUnits() {
        for (List<String> cells : CodeRows.read("unece-rec20", 4)) {
            Row row = new Row(cells.get(0), cells.get(1), new BilingualText(cells.get(2), cells.get(3)));
            if (byUcum.put(row.ucum(), row) != null || byCommonCode.put(row.commonCode(), row) != null) {
                throw new IllegalStateException("unece-rec20 has " + cells + " twice");
            }
        }
    }

    public static TradeUnits shared() {
        return Shared.UNITS;
    }

    /** The common code ({@code TNE}) of a UCUM code ({@code t}). */
    public Optional<String> commonCode(String ucum) {
        return Optional.ofNullable(byUcum.get(ucum)).map(Row::commonCode);
    }

    /** The UCUM code of a common code. */
    public Optional<String> ucum(String commonCode) {
        return Optional.ofNullable(byCommonCode.get(commonCode)).map(Row::ucum);
    }

    /** What people call the unit of a UCUM code. */
    public Optional<BilingualText> nameOf(String ucum) {
        return Optional.ofNullable(byUcum.get(ucum)).map(Row::name);
    }
}
