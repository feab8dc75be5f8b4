// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.finding;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tanma.carbon.quantity.ParsedUnit;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.quantity.UnitCatalog;
import org.tanma.carbon.service.ledger.ActivityEntry;
import org.tanma.carbon.service.ledger.Period;

/** Entries as figures that can be compared, whatever their units. */
final class Figures {
    private final UnitCatalog units;

    Figures(UnitCatalog units) {
        this.units = units;
    }

    /** One source's figures of one kind: entries by period, in order. */
    record Series(String source, String activity, Map<Period, ActivityEntry> byPeriod) {}

    /** The entries by source and kind, in the order of their keys. */
    static List<Series> series(List<ActivityEntry> entries) {
        Map<List<String>, Map<Period, ActivityEntry>> series = new LinkedHashMap<>();
        entries.stream()
                .sorted(Comparator.comparing(ActivityEntry::key))
                .forEach(e -> series.computeIfAbsent(
                                List.of(e.key().source(), e.key().kind()), k -> new TreeMap<>())
                        .put(e.key().period(), e));
        List<Series> found = new ArrayList<>();
        series.forEach((key, byPeriod) -> found.add(new Series(key.get(0), key.get(1), byPeriod)));
        return found;
    }

    /** The amount in the coherent unit of what it measures; empty when its unit is not known. */
    Optional<BigDecimal> amount(ActivityEntry entry) {
        return quantity(entry).map(Quantity::coherentAmount);
    }

    Optional<Quantity> quantity(ActivityEntry entry) {
        return units.parse(entry.content().unit()) instanceof ParsedUnit.Known known
                ? Optional.of(Quantity.of(entry.content().amount(), known.unit()))
                : Optional.empty();
    }
}
