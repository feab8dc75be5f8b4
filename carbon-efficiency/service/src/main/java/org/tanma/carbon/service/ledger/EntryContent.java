// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.ledger;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an entry says. Two versions with equal content are one.
 *
 * @param amount decimal text, as given; empty when the entry is taken back
 * @param unit as given; empty when the entry is taken back
 * @param meter handle of the device that measured it; empty when none was named
 * @param evidence digest of the bill or log, {@code sha256:…}; empty when none was named
 * @param measured measured properties by code, in the order of their codes
 * @param note free text; may be empty
 */
public record EntryContent(
        String amount, String unit, String meter, String evidence, Map<String, MeasuredValue> measured, String note) {
    public EntryContent {
        measured = Collections.unmodifiableMap(new TreeMap<>(measured));
    }

    /** Says that the entry was a mistake and counts no more; its earlier versions stay to be seen. */
    public static EntryContent withdrawn(String note) {
        return new EntryContent("", "", "", "", Map.of(), note);
    }

    public boolean isWithdrawn() {
        return amount.isEmpty();
    }
}
