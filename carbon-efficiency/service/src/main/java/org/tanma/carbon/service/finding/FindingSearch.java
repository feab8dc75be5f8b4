// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.tanma.carbon.quantity.UnitCatalog;
import org.tanma.carbon.service.kind.StockFlow;
import org.tanma.carbon.service.ledger.ActivityEntry;
import org.tanma.carbon.service.ledger.Period;
import org.tanma.kit.rest.Wording;

/**
 * Looks through an enterprise's year for what is probably wrong; each kind of finding states its method ({@link FindingKind}).
 * The order of the entries plays no part. Safe between threads.
 */
public final class FindingSearch {
    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::activity)
            .thenComparing(Finding::source)
            .thenComparing(f -> f.periods().get(0))
            .thenComparing(Finding::kind);

    private final Figures figures;
    private final Jumps jumps;
    private final Function<String, Optional<String>> ownerOf;

    /** @param ownerOf handle of the enterprise whose a device is, by the device's handle; empty when there is no such device */
    public FindingSearch(UnitCatalog units, Function<String, Optional<String>> ownerOf) {
        this.figures = new Figures(units);
        this.jumps = new Jumps(units);
        this.ownerOf = ownerOf;
    }

    /**
     * What is found, by kind of activity data, source and time.
     *
     * @param entries newest versions of one enterprise and year
     * @param before those of the year before
     * @param thisMonth the month that is running
     */
    public List<Finding> find(
            String enterprise, int year, List<ActivityEntry> entries, List<ActivityEntry> before, Period thisMonth) {
        List<ActivityEntry> readings = withoutStocks(entries);
        List<Finding> findings = new ArrayList<>(Coverage.find(readings, year, thisMonth));
        findings.addAll(jumps.find(readings, withoutStocks(before)));
        findings.addAll(Repetition.find(readings, figures));
        findings.addAll(new StockBalance(figures).find(entries));
        findings.addAll(meters(enterprise, entries));
        findings.sort(ORDER);
        return findings;
    }

    private static List<ActivityEntry> withoutStocks(List<ActivityEntry> entries) {
        return entries.stream()
                .filter(e -> StockFlow.find(e.key().kind()).isEmpty())
                .toList();
    }

    private List<Finding> meters(String enterprise, List<ActivityEntry> entries) {
        Map<String, Optional<String>> owners = new HashMap<>();
        List<Finding> findings = new ArrayList<>();
        for (Figures.Series series : Figures.series(entries)) {
            Map<String, Set<Period>> byMeter = new TreeMap<>();
            series.byPeriod()
                    .forEach((period, entry) -> byMeter.computeIfAbsent(
                                    entry.content().meter(), m -> new TreeSet<>())
                            .add(period));
            byMeter.remove("");
            byMeter.forEach((meter, periods) -> {
                Optional<String> owner = owners.computeIfAbsent(meter, ownerOf);
                boolean isOwn =
                        owner.filter(o -> o.isEmpty() || o.equals(enterprise)).isPresent();
                if (!isOwn) {
                    findings.add(new Finding(
                            owner.isPresent() ? FindingKind.METER_FOREIGN : FindingKind.METER_UNKNOWN,
                            series.source(),
                            series.activity(),
                            List.copyOf(periods),
                            owner.map(o -> new Wording(meter + " 属于 " + o, meter + " belongs to " + o))
                                    .orElse(new Wording(meter + " 不是已登记的设备", meter + " is no registered device"))));
                }
            });
        }
        return findings;
    }
}
