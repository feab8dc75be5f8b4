// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.limit;

import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;

/** How often each limit did something since the start. Safe between threads; counting allocates nothing. */
public final class LimitCounts {
    private final LongAdder[] counts = new LongAdder[LimitEvent.values().length];

    LimitCounts() {
        Arrays.setAll(counts, i -> new LongAdder());
    }

    public void add(LimitEvent event) {
        counts[event.ordinal()].increment();
    }

    public long of(LimitEvent event) {
        return counts[event.ordinal()].sum();
    }
}
