// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.inventory.Inventory;
import org.tanma.carbon.inventory.InventoryRequest;
import org.tanma.carbon.inventory.SourceDetail;
import org.tanma.carbon.inventory.SourceTotal;
import org.tanma.carbon.quantity.Dimension;
import org.tanma.carbon.quantity.Quantity;

/**
 * An inventory's total by where its sources stand. Each list sums to the total (to the 34th digit); what is not known of a
 * source is a group of its own, last, and a list is empty where nothing is known of any source.
 *
 * @param sites by site, the largest first
 * @param processes by process
 * @param devices by device
 */
public record Breakdown(List<GroupTotal> sites, List<GroupTotal> processes, List<GroupTotal> devices) {
    public Breakdown {
        sites = List.copyOf(sites);
        processes = List.copyOf(processes);
        devices = List.copyOf(devices);
    }

    /** The total of an inventory, grouped. */
    public static Breakdown of(Inventory inventory) {
        return new Breakdown(
                group(inventory, SourceDetail::site),
                group(inventory, SourceDetail::process),
                group(inventory, SourceDetail::device));
    }

    public boolean isEmpty() {
        return sites.isEmpty() && processes.isEmpty() && devices.isEmpty();
    }

    private static List<GroupTotal> group(Inventory inventory, Function<SourceDetail, @Nullable String> by) {
        InventoryRequest request = inventory.request();
        Map<String, List<SourceTotal>> known = new TreeMap<>();
        List<SourceTotal> unknown = new ArrayList<>();
        for (SourceTotal source : inventory.sources()) {
            String name = by.apply(request.detail(source.source()));
            if (name == null) {
                unknown.add(source);
            } else {
                known.computeIfAbsent(name, key -> new ArrayList<>()).add(source);
            }
        }
        if (known.isEmpty()) {
            return List.of();
        }
        Quantity whole = inventory.totals().total();
        List<GroupTotal> groups = new ArrayList<>();
        known.forEach((name, sources) -> groups.add(total(name, sources, whole)));
        groups.sort(Comparator.comparing(GroupTotal::total, Comparator.reverseOrder()));
        if (!unknown.isEmpty()) {
            groups.add(total(null, unknown, whole));
        }
        return groups;
    }

    private static GroupTotal total(@Nullable String name, List<SourceTotal> sources, Quantity whole) {
        Quantity direct = sum(sources, 1);
        Quantity purchased = sum(sources, 2);
        Quantity total = direct.plus(purchased);
        return new GroupTotal(
                name,
                sources.size(),
                direct,
                purchased,
                total,
                whole.signum() == 0 ? Quantity.zero(Dimension.NONE) : total.dividedBy(whole));
    }

    private static Quantity sum(List<SourceTotal> sources, int scope) {
        return sources.stream()
                .filter(source -> source.scope() == scope)
                .map(SourceTotal::emission)
                .reduce(Quantity.zero(Dimension.CO2E), Quantity::plus);
    }
}
