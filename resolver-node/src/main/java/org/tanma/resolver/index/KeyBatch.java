// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.index;

import java.util.ArrayList;
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

    void clear() {
        steps.clear();
    }
}
