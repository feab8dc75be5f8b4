// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.cbam;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tanma.carbon.inventory.Missing;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.text.LocalText;

/** Divides the emissions of sources among processes and heat units: Annex III, A. */
final class AttributionTable {
    private final CbamContext context;
    private final Map<String, ProductionProcess> processes = new TreeMap<>();
    private final Set<String> units = new TreeSet<>();
    private final Map<String, List<AttributedShare>> shares = new TreeMap<>();

    AttributionTable(CbamContext context) {
        this.context = context;
        context.request.processes().forEach(process -> processes.put(process.id(), process));
        context.request.heatUnits().forEach(unit -> units.add(unit.id()));
    }

    /** Takes in a source; what is wrong with where it belongs is noted. */
    void add(SourceEmission emission) {
        String path = "installation/sources/" + emission.of().source() + "/attribution";
        Attribution attribution = emission.of().attribution();
        if (attribution.isUnsaid()) {
            addUnsaid(emission, path);
        } else if (attribution.byProduction().isEmpty()) {
            addShares(emission, attribution, path);
        } else {
            addByProduction(emission, attribution, path);
        }
    }

    /** What belongs to a process or heat unit, by source. */
    List<AttributedShare> of(String id) {
        return shares.getOrDefault(id, List.of());
    }

    private void addUnsaid(SourceEmission emission, String path) {
        if (processes.size() == 1 && units.isEmpty()) {
            put(processes.keySet().iterator().next(), emission, BigDecimal.ONE, BigDecimal.ONE);
            return;
        }
        context.fault(
                Missing.Reason.TERM,
                path,
                new LocalText("未说明该排放源归属哪个生产过程", "to which process it belongs is not said"),
                "",
                String.join(", ", known()),
                new LocalText("用 to、shares 或 byProduction 说明", "say it with to, shares or byProduction"));
    }

    private void addShares(SourceEmission emission, Attribution attribution, String path) {
        BigDecimal sum = attribution.shares().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(BigDecimal.ONE) != 0
                || attribution.shares().values().stream().anyMatch(share -> share.signum() < 0)) {
            context.fault(
                    Missing.Reason.RANGE,
                    path + "/shares",
                    new LocalText("份额之和应为 1，且无负数", "shares must sum to 1 and none be negative"),
                    sum.toPlainString(),
                    "1",
                    new LocalText("不属于 CBAM 商品的部分记入 other", "what makes no goods of CBAM goes to other"));
            return;
        }
        attribution.shares().forEach((id, share) -> {
            if (!id.equals(Attribution.OTHER) && !processes.containsKey(id) && !units.contains(id)) {
                context.unknownId(path + "/shares", id, known());
            } else {
                put(id, emission, share, BigDecimal.ONE);
            }
        });
    }

    private void addByProduction(SourceEmission emission, Attribution attribution, String path) {
        List<ProductionProcess> among = new ArrayList<>();
        for (String id : new TreeSet<>(attribution.byProduction())) {
            ProductionProcess process = processes.get(id);
            if (process == null) {
                context.unknownId(path + "/byProduction", id, processes.keySet());
                return;
            }
            among.add(process);
        }
        BigDecimal whole = among.stream()
                .map(process -> process.produced().coherentAmount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (whole.signum() > 0) {
            among.forEach(
                    process -> put(process.id(), emission, process.produced().coherentAmount(), whole));
        }
    }

    private List<String> known() {
        TreeSet<String> known = new TreeSet<>(processes.keySet());
        known.addAll(units);
        known.add(Attribution.OTHER);
        return List.copyOf(known);
    }

    private void put(String id, SourceEmission emission, BigDecimal weight, BigDecimal whole) {
        shares.computeIfAbsent(id, key -> new ArrayList<>()).add(new AttributedShare(emission, weight, whole));
    }

    /** The sum of what belongs to an id, tCO2e. */
    Quantity sum(String id) {
        return of(id).stream().map(AttributedShare::fossil).reduce(CbamContext.co2e(BigDecimal.ZERO), Quantity::plus);
    }
}
