// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.ledger;

import java.util.Comparator;

/**
 * What an entry is about; its versions share it.
 *
 * @param enterprise handle of the enterprise, for instance {@code 88.118.1/ENTERPRISE}
 * @param source the enterprise's own name of the emission source, for instance {@code KILN-1}
 * @param kind what was used or made there: a code of the kind catalogue
 * @param period the month, or year, it covers
 */
public record EntryKey(String enterprise, String source, String kind, Period period) implements Comparable<EntryKey> {
    private static final Comparator<EntryKey> ORDER = Comparator.comparing(EntryKey::enterprise)
            .thenComparing(EntryKey::source)
            .thenComparing(EntryKey::kind)
            .thenComparing(EntryKey::period);

    @Override
    public int compareTo(EntryKey other) {
        return ORDER.compare(this, other);
    }
}
