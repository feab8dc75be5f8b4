// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.map;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanma.template.code.TradeUnits;
import tools.jackson.databind.JsonNode;

/**
 * One line of a mapping: where an item of a record goes.
 *
 * @param from code of the item, or {@value #HANDLE} for the record's handle
 * @param via code of the reference that leads to the record whose item it is; null for the record itself
 * @param to path in the document
 * @param ucum unit the number is converted to; null when it has none or keeps its own
 * @param unitCode path of the common code (UN/ECE Rec. 20) of that unit; null when none is asked for
 * @param prefix put before the text
 * @param codes what each code becomes; a code that is not among them has no counterpart; empty when there is no such table
 * @param unless path that must not be filled yet; null for no such condition
 * @param ifAlso codes of items of the same record that must be there too
 * @param with constants that go with it, by path
 */
record MappingEntry(
        String from,
        @Nullable String via,
        MappingPath to,
        MappedForm form,
        @Nullable String ucum,
        @Nullable MappingPath unitCode,
        String prefix,
        Map<String, String> codes,
        @Nullable MappingPath unless,
        List<String> ifAlso,
        Map<MappingPath, JsonNode> with) {
    /** Stands for the handle in {@link #from}. */
    static final String HANDLE = "@handle";

    MappingEntry {
        codes = Map.copyOf(codes);
        ifAlso = List.copyOf(ifAlso);
        if (unitCode != null
                && (ucum == null || TradeUnits.shared().commonCode(ucum).isEmpty())) {
            throw new IllegalArgumentException("unit '" + ucum + "' of '" + from + "' has no common code");
        }
    }

    /** The item of the record itself that this line uses: the item, or the reference that leads on. */
    Optional<String> usedItem() {
        String used = via == null ? from : via;
        return used.equals(HANDLE) ? Optional.empty() : Optional.of(used);
    }
}
