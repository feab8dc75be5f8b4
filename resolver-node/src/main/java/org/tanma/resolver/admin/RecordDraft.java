// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.admin;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.wire.ResponseCode;

/** What a record is asked to become, before it is decided whether it may. */
sealed interface RecordDraft {
    /** These values, by index. */
    record Values(TreeMap<Integer, HandleValue> byIndex) implements RecordDraft {}

    /** Gone. */
    record Deletion() implements RecordDraft {}

    /** The request does not fit the record. */
    record Misfit(ResponseCode code, String message, List<Integer> indexes) implements RecordDraft {}

    /** Makes the draft from the values there are. */
    interface Edit {
        RecordDraft of(TreeMap<Integer, HandleValue> before);
    }

    static TreeMap<Integer, HandleValue> byIndex(HandleRecord record) {
        TreeMap<Integer, HandleValue> values = new TreeMap<>();
        record.values().forEach(value -> values.put(value.index(), value));
        return values;
    }

    /** Values put in, none of which may be there already unless {@code isOverwriting}. */
    static Edit adding(List<HandleValue> values, boolean isOverwriting) {
        return before -> {
            List<Integer> present =
                    indexes(values).stream().filter(before::containsKey).toList();
            return isOverwriting || present.isEmpty()
                    ? with(before, values)
                    : new Misfit(ResponseCode.VALUE_EXISTS, "there are values at these indexes already", present);
        };
    }

    /** Values put in place of others, all of which must be there. */
    static Edit modifying(List<HandleValue> values) {
        return before -> {
            List<Integer> absent = indexes(values).stream()
                    .filter(index -> !before.containsKey(index))
                    .toList();
            return absent.isEmpty()
                    ? with(before, values)
                    : new Misfit(ResponseCode.VALUES_NOT_FOUND, "there are no values at these indexes", absent);
        };
    }

    /** Values taken out; one at least must be there. */
    static Edit removing(List<Integer> indexes) {
        return before -> {
            TreeMap<Integer, HandleValue> left = new TreeMap<>(before);
            return left.keySet().removeAll(new HashSet<>(indexes))
                    ? new Values(left)
                    : new Misfit(ResponseCode.VALUES_NOT_FOUND, "there are no values at these indexes", indexes);
        };
    }

    private static List<Integer> indexes(List<HandleValue> values) {
        return values.stream().map(HandleValue::index).toList();
    }

    private static RecordDraft with(TreeMap<Integer, HandleValue> before, List<HandleValue> values) {
        TreeMap<Integer, HandleValue> after = new TreeMap<>(before);
        Set<Integer> given = new HashSet<>();
        List<Integer> doubled = new ArrayList<>();
        for (HandleValue value : values) {
            if (!given.add(value.index())) {
                doubled.add(value.index());
            }
            after.put(value.index(), value);
        }
        return doubled.isEmpty()
                ? new Values(after)
                : new Misfit(ResponseCode.INVALID_VALUE, "the request has two values at the same index", doubled);
    }

    /** The record with these values: what is new has the time given, the rest keeps its own. */
    static HandleRecord stamped(HandleRecord before, TreeMap<Integer, HandleValue> after, long seconds) {
        TreeMap<Integer, HandleValue> known = byIndex(before);
        List<HandleValue> values = new ArrayList<>(after.size());
        UnaryOperator<HandleValue> stamp = value -> {
            HandleValue old = known.get(value.index());
            return old != null && ValueChange.isSame(old, value) ? old : ValueChange.stamped(value, seconds);
        };
        after.values().forEach(value -> values.add(stamp.apply(value)));
        return new HandleRecord(before.name(), values);
    }
}
