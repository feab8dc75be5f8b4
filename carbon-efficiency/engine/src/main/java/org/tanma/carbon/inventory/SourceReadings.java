// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.inventory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The readings of one source for one activity.
 *
 * @param source the source
 * @param activity what it does
 * @param entries its readings in order of time
 */
record SourceReadings(String source, ActivityId activity, List<ActivityEntry> entries) {
    SourceReadings {
        entries = entries.stream()
                .sorted(Comparator.comparing(ActivityEntry::period)
                        .thenComparing(entry -> entry.amount().toString()))
                .toList();
    }

    private record Name(String source, ActivityId activity) {}

    String path() {
        return "entries/" + source + "/" + activity;
    }

    /** Groups readings by source and activity; the groups come in the order of those names. */
    static List<SourceReadings> group(List<ActivityEntry> entries) {
        Map<Name, List<ActivityEntry>> groups = new HashMap<>();
        for (ActivityEntry entry : entries) {
            groups.computeIfAbsent(new Name(entry.source(), entry.activity()), key -> new ArrayList<>())
                    .add(entry);
        }
        Map<String, SourceReadings> ordered = new TreeMap<>();
        groups.forEach((name, group) -> ordered.put(
                name.source() + "\n" + name.activity(), new SourceReadings(name.source(), name.activity(), group)));
        return List.copyOf(ordered.values());
    }
}
