// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.index;

import java.util.Arrays;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Keys in their plainest form. */
final class MemorySortedKeys implements SortedKeys {
    private final NavigableSet<byte[]> keys = new TreeSet<>(Arrays::compareUnsigned);
    private long sequence = UNFINISHED;

    @Override
    public synchronized long sequence() {
        return sequence;
    }

    @Override
    public synchronized void apply(KeyBatch batch, long sequence) {
        for (KeyBatch.Step step : batch.steps()) {
            if (step.isAdded()) {
                keys.add(step.key());
            } else {
                keys.remove(step.key());
            }
        }
        this.sequence = sequence;
    }

    @Override
    public synchronized void clear() {
        keys.clear();
        sequence = UNFINISHED;
    }

    @Override
    public synchronized Cursor cursor() {
        TreeSet<byte[]> now = new TreeSet<>(Arrays::compareUnsigned);
        now.addAll(keys);
        return new Cursor() {
            private byte @Nullable [] here;

            @Override
            public byte @Nullable [] seek(byte[] key) {
                here = now.ceiling(key);
                return here;
            }

            @Override
            public byte @Nullable [] seekBelow(byte[] key) {
                here = now.lower(key);
                return here;
            }

            @Override
            public byte @Nullable [] next() {
                here = here == null ? null : now.higher(here);
                return here;
            }

            @Override
            public byte @Nullable [] previous() {
                here = here == null ? null : now.lower(here);
                return here;
            }

            @Override
            public void close() {
                // Nothing is held.
            }
        };
    }

    @Override
    public long octets() {
        return 0;
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
