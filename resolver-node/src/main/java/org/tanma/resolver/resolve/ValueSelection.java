// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.resolve;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.tanma.resolver.store.EncodedValues;

/** Which values of a record go into the answer: runs of octets, in order. For one thread. */
final class ValueSelection {
    private int[] bounds = new int[8];
    private int length;
    private int count;

    /** Adds the value from {@code start} up to {@code end}; not before what was added last. */
    void add(int start, int end) {
        count++;
        if (length > 0 && bounds[length - 1] == start) {
            bounds[length - 1] = end;
            return;
        }
        if (length == bounds.length) {
            bounds = Arrays.copyOf(bounds, length * 2);
        }
        bounds[length++] = start;
        bounds[length++] = end;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** The chosen values of {@code record}: itself when all are, else a copy of the runs. */
    EncodedValues of(EncodedValues record) {
        if (count == record.count()) {
            return record;
        }
        ByteBuffer octets = record.octets();
        int size = 0;
        for (int i = 0; i < length; i += 2) {
            size += bounds[i + 1] - bounds[i];
        }
        byte[] chosen = new byte[size];
        int at = 0;
        for (int i = 0; i < length; i += 2) {
            int run = bounds[i + 1] - bounds[i];
            octets.get(bounds[i], chosen, at, run);
            at += run;
        }
        return EncodedValues.wrap(count, chosen);
    }
}
