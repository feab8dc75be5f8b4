// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Keys to remove and to add, in the order in which that is to be done. For one thread. */
public final class KeyBatch {
    /** One step. */
    public record Step(byte[] key, boolean isAdded) {}

    private final List<Step> steps = new ArrayList<>();

    void add(byte[] key) {
        steps.add(new Step(key, true));
    }

    void remove(byte[] key) {
        steps.add(new Step(key, false));
    }

    public List<Step> steps() {
        return steps;
    }

    /** The steps by key, in the order of unsigned octets; those of one key in the order in which they were added. */
    public List<Step> sorted() {
        List<Step> sorted = new ArrayList<>(steps);
        sorted.sort((a, b) -> Arrays.compareUnsigned(a.key(), b.key()));
        return sorted;
    }

    void clear() {
        steps.clear();
    }
}
