// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.admin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;

/**
 * One value that a change of a record adds, replaces or removes.
 *
 * <p>Shape: {@code before} is null when it is added, {@code after} when it is removed; never both, and never equal but for
 * the timestamp.
 */
record ValueChange(@Nullable HandleValue before, @Nullable HandleValue after) {
    int index() {
        return before != null ? before.index() : after == null ? 0 : after.index();
    }

    /** What turns one record into the other, in ascending order of index; timestamps aside. */
    static List<ValueChange> between(HandleRecord before, Map<Integer, HandleValue> after) {
        List<ValueChange> changes = new ArrayList<>();
        TreeMap<Integer, HandleValue> fresh = new TreeMap<>(after);
        for (HandleValue value : before.values()) {
            @Nullable HandleValue other = fresh.remove(value.index());
            if (other == null || !isSame(value, other)) {
                changes.add(new ValueChange(value, other));
            }
        }
        fresh.values().forEach(value -> changes.add(new ValueChange(null, value)));
        changes.sort(Comparator.comparingInt(ValueChange::index));
        return changes;
    }

    static boolean isSame(HandleValue one, HandleValue other) {
        return one.equals(stamped(other, one.timestampSeconds()));
    }

    static HandleValue stamped(HandleValue value, long seconds) {
        return value.timestampSeconds() == seconds
                ? value
                : new HandleValue(
                        value.index(),
                        value.type(),
                        value.data(),
                        value.ttl(),
                        value.permissions(),
                        seconds,
                        value.references());
    }
}
