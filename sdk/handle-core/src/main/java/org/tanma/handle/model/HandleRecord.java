// SPDX-License-Identifier: Apache-2.0
package org.tanma.handle.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A handle and all its values, in ascending order of index, each index once.
 *
 * <p>Immutable. At most {@value #MAX_VALUES} values.
 */
public record HandleRecord(HandleName name, List<HandleValue> values) {
    /** Most values one handle may have. */
    public static final int MAX_VALUES = 2048;

    public HandleRecord {
        if (values.size() > MAX_VALUES) {
            throw new IllegalArgumentException(
                    name + " has " + values.size() + " values; at most " + MAX_VALUES + " are allowed");
        }
        List<HandleValue> sorted = new ArrayList<>(values);
        sorted.sort(Comparator.comparingInt(HandleValue::index));
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).index() == sorted.get(i - 1).index()) {
                throw new IllegalArgumentException(
                        name + " has two values at index " + sorted.get(i).index());
            }
        }
        values = List.copyOf(sorted);
    }

    public Optional<HandleValue> findByIndex(int index) {
        return values.stream().filter(v -> v.index() == index).findFirst();
    }

    /** The first value of a type, compared without regard to ASCII case. */
    public Optional<HandleValue> findByType(String type) {
        return values.stream().filter(v -> v.type().equalsIgnoreCase(type)).findFirst();
    }
}
